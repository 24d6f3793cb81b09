import { expect, it } from 'vitest';
import { indexFlows } from '../../../core/src/analysis/structure/flow/flow.ts';
import {
  checkBlocks,
  checkFlow,
  sectionsOf,
  stateSpace,
} from '../../../core/src/analysis/structure/soundness/soundness.ts';
import { damagedBlocks, numbers, wildNet } from './random-nets.ts';

/** More states than a small net needs; one that needs more says nothing about agreement. */
const limit = 500;

it('the blocks, the reduced net and the states agree on 10,000 random small nets', () => {
  const below = numbers(20_260_715);
  const decided = { sound: 0, unsound: 0, open: 0 };
  let compared = 0;
  for (let count = 0; count < 10_000; count++) {
    const graph = count % 2 === 0 ? damagedBlocks(below) : wildNet(below);
    const { complete: flow } = indexFlows(graph);
    const states = stateSpace(flow, limit).verdict;
    if (states === 'undecided') continue;
    const blocks = checkBlocks(sectionsOf(flow)).verdict;
    const whole = checkFlow(flow, limit).verdict;
    compared++;
    decided[blocks]++;
    if (whole !== states || (blocks !== 'open' && blocks !== states)) {
      expect({ blocks, whole, graph }).toEqual({ blocks: states, whole: states, graph });
    }
  }
  expect(compared).toBeGreaterThan(9_700);
  expect(decided.sound).toBeGreaterThan(1_500);
  expect(decided.unsound).toBeGreaterThan(4_000);
  expect(decided.open).toBeGreaterThan(500);
});
