import { test } from 'vitest';
import { library } from './library.ts';
import { runExample } from './example.ts';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
test('all over all', async () => {
  const texts: [string,string][] = [];
  for (const r of library.rules.values()) r.examples.forEach((e, i) => texts.push([`${r.id}#${i}`, e]));
  const dir = new URL('./cases/', import.meta.url);
  for (const n of readdirSync(dir, { recursive: true, encoding: 'utf8' })) if (n.endsWith('.yaml')) texts.push([n, readFileSync(new URL(n, dir), 'utf8')]);
  const mine = [...library.rules.values()].filter((r) => r.logic && /^(structure|sla|acceptance|consistency)\//.test(r.id));
  const out: string[] = [];
  for (const [name, text] of texts) for (const rule of mine) {
    if (name.startsWith(rule.id + '#')) continue;
    try {
    const run = await runExample(rule, text, library);
    if ('result' in run.checked && run.checked.result.error) out.push(`ERROR ${rule.id} on ${name}: ${run.checked.result.error}`);
    for (const f of run.findings) out.push(`${rule.id} ${f.outcome} on ${name}: ${f.pointer}`);
    } catch (e) { out.push(`CRASH ${rule.id} on ${name}: ${String(e)}`); }
  }
  writeFileSync('/tmp/w/cross.txt', out.join('\n'));
}, 600000);
