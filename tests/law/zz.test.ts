import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { cases } from '../rules/cases.ts';
import { prepareExample } from '../rules/example.ts';
import { library } from '../rules/library.ts';
import { check } from '../../core/src/engine/check.ts';
import { lawRules } from './judge.ts';
test('x', async () => {
  const out: any[] = []; let n = 0; const t0 = Date.now();
  for (const rule of lawRules) {
    const all = [...rule.examples.map((text, i) => ({ name: 'example ' + (i + 1), text })), ...cases.filter((c) => c.rule === rule.id)];
    for (const { name, text } of all) {
      n++;
      const p = prepareExample(rule, text, library);
      const { results } = await check(p.model, lawRules, library, p.asOf, p.profiles);
      const by = new Map<string, any[]>();
      for (const c of results) {
        if (!('result' in c)) continue;
        if (c.result.error) { out.push({ crash: c.rule.id, error: c.result.error, in: rule.id + ' ' + name }); continue; }
        for (const e of c.result.evaluations) if (e.finding?.outcome === 'fail') {
          const f = e.finding;
          const o = f.origin as any;
          const list = by.get(f.place) ?? []; by.set(f.place, [...list, c.rule.id]);
        }
      }
      for (const [place, ids] of by) { const set = [...new Set(ids)]; if (set.length > 1) out.push({ place, ids: set.sort(), in: rule.id + ' ' + name }); }
    }
  }
  writeFileSync('/tmp/law/pairs.json', JSON.stringify(out));
  console.log(n, 'examples', Date.now() - t0, 'ms', out.length);
}, 600000);
