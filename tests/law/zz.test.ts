import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { judge } from './judge.ts';
test('x', async () => {
  const text = readFileSync(process.env['FIX'] ?? '', 'utf8');
  const dates = (process.env['DATES'] ?? '2026-11-21').split(',');
  for (const asOf of dates) { const t = Date.now(); console.log(asOf + '\n' + (await judge(text, { asOf })).join('\n') + '\n' + (Date.now() - t) + 'ms'); }
});
