import { expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import { sectionsOf } from '../../../core/src/analysis/structure/soundness/sections.ts';
import {
  checkBlocks,
  checkFlow,
  stateSpace,
} from '../../../core/src/analysis/structure/soundness/soundness.ts';
import { damagedBlocks, numbers, wildNet } from './random-nets.ts';

/** More states than a small net needs; one that needs more says nothing about agreement. */
const limit = 500;

it('the blocks, the reduced net and the states agree on 10,000 random small nets', () => {
  const below = numbers(20_260_715);
  const decided = { sound: 0, unsound: 0, open: 0 };
  const disagreements: unknown[] = [];
  let compared = 0;
  for (let count = 0; count < 10_000; count++) {
    const graph = count % 2 === 0 ? damagedBlocks(below) : wildNet(below);
    const { complete: flow } = indexFlows(graph);
    const states = stateSpace(flow, limit).verdict;
    if (states === 'undecided') continue;
    const blocks = checkBlocks(sectionsOf(flow)).verdict;
    const whole = checkFlow(flow, limit).verdict;
    const agrees = whole === states && (blocks === 'open' || blocks === states);
    if (!agrees) disagreements.push({ states, blocks, whole, graph });
    compared++;
    decided[blocks]++;
  }
  expect(disagreements).toEqual([]);
  expect(compared).toBeGreaterThan(9_700);
  expect(decided.sound).toBeGreaterThan(1_500);
  expect(decided.unsound).toBeGreaterThan(4_000);
  expect(decided.open).toBeGreaterThan(500);
});
