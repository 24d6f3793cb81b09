import { test } from 'vitest';
import { totalTime } from '../../../core/src/analysis/time/total-time.ts';
import { prepareFlow } from '../../../core/src/analysis/time/prepare.ts';
import { blocksOf } from '../../../core/src/analysis/time/blocks.ts';
import { chainOf } from '../../../core/src/analysis/time/chain.ts';
import { factorChain } from '../../../core/src/analysis/time/absorbing.ts';
import { visitsOf } from '../../../core/src/analysis/time/visits.ts';
import { shortestPath } from '../../../core/src/analysis/time/shortest.ts';
import { prepared, flow, step } from './flows.ts';
test('x', () => {
  for (const n of [200, 200, 200, 2000, 2000, 20000]) {
  const f = flow(...Array.from({ length: n }, (_, i) => step(`s${i}`, 1, i === n - 1 ? [] : i % 10 === 9 ? [[`s${i + 1}`, 0.9], {to:`s${i - 9}`, probability: 0.1, loop: {max: 2}}] : [`s${i + 1}`])));
  const big = prepared(f);
  const time = (name: string, run: () => unknown) => { const t = performance.now(); run(); return `${name} ${(performance.now() - t).toFixed(1)}`; };
  const c = chainOf(big, { capped: true });
  console.log(n, time('prepare', () => prepareFlow(f)), time('blocks', () => blocksOf(big)), time('chain', () => chainOf(big, { capped: true })), time('factor', () => c.decided && factorChain(big, c.value)), time('total', () => totalTime(big, { capped: true })), time('visits', () => visitsOf(big, { capped: true })), time('short', () => shortestPath(big)));
  }
});
