import { expect, test } from 'vitest';
import { blocksOf } from '../../../core/src/analysis/time/blocks.ts';
import type { TimedFlow } from '../../../core/src/analysis/time/flow.ts';
import { longestPath } from '../../../core/src/analysis/time/longest.ts';
import { shortestPath } from '../../../core/src/analysis/time/shortest.ts';
import { complaint, fixed, flow, part, prepared, step, triangular, valueOf } from './flows.ts';

const shortest = (of: TimedFlow) => shortestPath(prepared(of));
const longest = (of: TimedFlow) => valueOf(longestPath(prepared(of)));

const block = flow(
  step('split', 0, ['b', 'c'], { kind: 'parallel' }),
  step('b', triangular(5, 6, 30), ['b1', 'b2']),
  step('b1', 1, ['join']),
  step('b2', 9, ['join']),
  step('c', triangular(8, 9, 10), ['join']),
  step('join', 0, ['end'], { kind: 'join', joins: ['split'] }),
  step('end', 1),
);

test('a join waits for the last branch in the shortest path too', () => {
  expect(shortest(block)).toEqual({ seconds: 9, path: ['split', 'c', 'join', 'end'] });
});

test('a choice inside a branch reaches the join once', () => {
  const slow = flow(...block.steps.map((of) => (of.id === 'c' ? step('c', 2, ['join']) : of)));
  expect(shortest(slow)).toEqual({ seconds: 7, path: ['split', 'b', 'b1', 'join', 'end'] });
});

test('the longest path takes the slowest branch of everything', () => {
  expect(longest(block)).toEqual({ seconds: 40, endless: [], unbounded: [] });
});

test('loops count to their cap in the longest path and not at all in the shortest', () => {
  const loop = flow(
    step('a', 10, [['b', 0.9], { to: 'a', probability: 0.1, loop: { max: 3 } }]),
    step('b', 1),
  );
  expect(shortest(loop).seconds).toBe(11);
  expect(longest(loop).seconds).toBe(41);
});

test('loops within loops are counted per case, not multiplied', () => {
  const nested = flow(
    step('a', 10, [['b', 0.9], { to: 'a', probability: 0.1, loop: { max: 2 } }]),
    step('b', 1, [['end', 0.5], { to: 'a', probability: 0.5, loop: { max: 2 } }]),
    step('end', 0),
  );
  expect(longest(nested).seconds).toBe(10 * (1 + 2 + 2) + 3);
});

test('a loop without a cap has no longest time, and is named', () => {
  const endless = flow(
    step('a', 10, ['b']),
    step('b', 1, [
      ['c', 0.9],
      ['a', 0.1],
    ]),
    step('c', 0),
  );
  expect(longest(endless)).toEqual({
    seconds: Number.POSITIVE_INFINITY,
    endless: ['a', 'b'],
    unbounded: [],
  });
});

test('a way on that leads back past the cap has no longest time either', () => {
  const { seconds, endless } = longest(complaint);
  expect(seconds).toBe(Number.POSITIVE_INFINITY);
  expect(endless.toSorted()).toEqual(['feedback', 'urgent_handle']);
});

test('a step without a longest time is named', () => {
  const open = flow(step('a', { kind: 'exponential', mean: 5 }, ['b']), step('b', 1));
  expect(longest(open)).toEqual({
    seconds: Number.POSITIVE_INFINITY,
    endless: [],
    unbounded: ['a'],
  });
});

test('retries count into the longest time only', () => {
  const retried = flow(step('a', 10, ['b'], { retry: { max: 2, everySeconds: 5 } }), step('b', 1));
  expect(shortest(retried).seconds).toBe(11);
  expect(longest(retried).seconds).toBe(41);
});

test('an exit with probability 0 is no path', () => {
  const never = flow(
    step('a', 10, [
      ['quick', 0],
      ['slow', 1],
    ]),
    step('quick', 1),
    step('slow', 50),
  );
  expect(shortest(never)).toEqual({ seconds: 60, path: ['a', 'slow'] });
  expect(longest(never).seconds).toBe(60);
});

test('without an end there is no shortest path', () => {
  expect(shortest(flow(step('a', 1, ['b']), step('b', 1, ['a'])))).toEqual({
    seconds: Number.POSITIVE_INFINITY,
    path: [],
  });
});

/** The N-shaped network of every project plan: c waits for a, d for a and b. */
const network = flow(
  step('start', 0, ['a', 'b'], { kind: 'parallel' }),
  step('a', 4, ['fork']),
  step('fork', 0, ['c', 'wait'], { kind: 'parallel' }),
  step('b', 7, ['wait']),
  step('wait', 0, ['d'], { kind: 'join', joins: ['start', 'fork'] }),
  step('c', 9, ['end']),
  step('d', 2, ['end']),
  step('end', 0, [], { kind: 'join', joins: ['start', 'fork'] }),
);

test('a join of several parallels waits for every arrow', () => {
  expect(shortest(network)).toEqual({ seconds: 13, path: ['start', 'a', 'fork', 'c', 'end'] });
  expect(longest(network).seconds).toBe(13);
});

test('what is no closed pair of parallel and join is named', () => {
  expect(blocksOf(prepared(block)).decided).toBe(true);
  expect(blocksOf(prepared(network))).toEqual({
    decided: false,
    because: { cause: 'not_block_structured', steps: ['start', 'fork', 'wait', 'end'] },
  });
});

test.each([
  [
    'an end inside a branch',
    [
      step('b', 1, [
        ['join', 0.5],
        ['stop', 0.5],
      ]),
      step('stop', 0),
    ],
  ],
  [
    'a way out of a branch',
    [
      step('b', 1, [
        ['join', 0.5],
        ['after', 0.5],
      ]),
    ],
  ],
  [
    'a way from one branch into the other',
    [
      step('b', 1, [
        ['join', 0.5],
        ['c', 0.5],
      ]),
    ],
  ],
  ['a branch that ends on its own', [step('b', 1)]],
  ['a final step inside a branch', [step('b', 1, ['join'], { final: true })]],
])('%s breaks the block', (_, steps) => {
  const broken = flow(
    step('first', 0, ['split']),
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    ...steps,
    step('c', 1, ['join']),
    step('join', 0, ['after'], { kind: 'join', joins: ['split'] }),
    step('after', 0),
  );
  const blocks = blocksOf(prepared(broken));
  expect(blocks.decided).toBe(false);
});

test('a way into a branch from outside breaks the block', () => {
  const entered = flow(
    step('first', 0, [
      ['split', 0.5],
      ['b', 0.5],
    ]),
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', 1, ['join']),
    step('c', 1, ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  expect(blocksOf(prepared(entered)).decided).toBe(false);
});

test('a branch without steps is a branch', () => {
  const empty = flow(
    step('split', 0, ['b', 'join'], { kind: 'parallel' }),
    step('b', 3, ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  expect(blocksOf(prepared(empty)).decided).toBe(true);
  expect(shortest(empty).seconds).toBe(3);
});

test('every part of a step counts', () => {
  const parts = [
    part('handoff', fixed(1)),
    part('queue', fixed(2)),
    part('wait', fixed(4)),
    part('work', fixed(8)),
  ];
  expect(shortest(flow(step('a', 0, [], { parts }))).seconds).toBe(15);
});
