import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { cases } from '../rules/cases.ts';
import { prepareExample } from '../rules/example.ts';
import { library } from '../rules/library.ts';
import { check } from '../../core/src/engine/check.ts';
import { lawRules } from './judge.ts';
test('x', async () => {
  const out: any[] = []; let n = 0; const t0 = Date.now(); let build = 0;
  for (const rule of lawRules) {
    const all = [...rule.examples.map((text, i) => ({ name: 'example ' + (i + 1), text })), ...cases.filter((c) => c.rule === rule.id)];
    for (const { name, text } of all) {
      n++;
      const b = Date.now(); const p = prepareExample(rule, text, library); build += Date.now() - b;
      const { results } = await check(p.model, lawRules, library, p.asOf, p.profiles);
      const found: [string, string][] = [];
      for (const c of results) {
        if (!('result' in c)) continue;
        if (c.result.error) { out.push({ crash: c.rule.id, error: c.result.error, in: rule.id + ' ' + name }); continue; }
        for (const e of c.result.evaluations) if (e.finding?.outcome === 'fail') found.push([e.finding.place, c.rule.id]);
      }
      for (const [p1, a] of found) for (const [p2, b2] of found) if (a < b2 && (p1 === p2 || p1.startsWith(p2 + '/') || p2.startsWith(p1 + '/'))) out.push({ same: p1 === p2, places: [p1, p2], ids: [a, b2], in: rule.id + ' ' + name });
    }
  }
  writeFileSync('/tmp/law/pairs.json', JSON.stringify(out));
  console.log(n, 'examples', Date.now() - t0, 'ms', 'build', build, out.length);
}, 600000);
