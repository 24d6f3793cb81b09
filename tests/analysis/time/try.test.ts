import { test } from 'vitest';
import { simulate } from '../../../core/src/analysis/time/simulate.ts';
import { percentilesOf } from '../../../core/src/analysis/time/percentiles.ts';
import { complaint, prepared, flow, step } from './flows.ts';
test('x', () => {
  const p = prepared(complaint);
  for (const seed of [1, 2, 3]) {
  const t0 = performance.now();
  const s = simulate(p, { seed, cases: 105_967 });
  const ms = performance.now() - t0;
  const q = percentilesOf(s);
  console.log(ms, q && Object.entries(q).map(([k, v]) => `${k} ${v / 60}`).join(), s.stuck, [...s.visits].join(' '));
  }
});
