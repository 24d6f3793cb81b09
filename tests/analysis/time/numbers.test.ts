import { expect, test } from 'vitest';
import { cycleTimeEfficiency, workInProgress } from '../../../core/src/analysis/time/efficiency.ts';
import { expectedHandoffs } from '../../../core/src/analysis/time/handoffs.ts';
import { costPerCase, roleLoads } from '../../../core/src/analysis/time/per-role.ts';
import { routesOf } from '../../../core/src/analysis/time/routes.ts';
import { visitsOf } from '../../../core/src/analysis/time/visits.ts';
import {
  firstContactResolution,
  firstTimeRight,
  probabilityWithout,
} from '../../../core/src/analysis/time/without.ts';
import {
  complaint,
  fixed,
  flow,
  hour,
  minute,
  part,
  prepared,
  step,
  triangular,
  valueOf,
} from './flows.ts';

/** Days of 8 working hours, as the textbook counts. */
const textbookDay = 8 * hour;
const activity = (id: string, cycle: number, work: number, next: Parameters<typeof step>[2]) =>
  step(id, 0, next, { parts: [part('queue', fixed(cycle - work)), part('work', fixed(work))] });

// Dumas, La Rosa, Mendling, Reijers, Fundamentals of Business Process Management, 2nd ed., 7.1.2.
test('the credit application has a cycle time efficiency of 8.9 h in 69.2 h, 12.86 %', () => {
  const credit = flow(
    activity('completeness', textbookDay, 2 * hour, ['complete']),
    step('complete', 0, [
      ['split', 0.8],
      ['completeness', 0.2],
    ]),
    step('split', 0, ['history', 'income'], { kind: 'parallel' }),
    activity('history', textbookDay, hour / 2, ['join']),
    activity('income', 3 * textbookDay, 3 * hour, ['join']),
    step('join', 0, ['assess'], { kind: 'join', joins: ['split'] }),
    activity('assess', 3 * textbookDay, 2 * hour, [
      ['offer', 0.6],
      ['reject', 0.4],
    ]),
    activity('offer', textbookDay, 2 * hour, []),
    activity('reject', 2 * textbookDay, hour / 2, []),
  );
  const found = valueOf(cycleTimeEfficiency(credit));
  expect(found.meanSeconds / hour).toBeCloseTo(69.2, 10);
  expect(found.criticalWorkSeconds / hour).toBeCloseTo(8.9, 10);
  expect(found.efficiency).toBeCloseTo(0.1286, 4);
  expect(found.allWorkSeconds / hour).toBeCloseTo(9.4, 10);
  expect(found.workShare).toBeCloseTo(0.1358, 4);
});

test('Little: 1 200 cases a day of 67.7 min are 56.4 cases in work', () => {
  expect(workInProgress(1200 / 86_400, 67.7 * minute)).toBeCloseTo(56.4, 1);
});

test('the variation of pieces of work is that of the mixture', () => {
  const mixed = prepared(
    flow(
      step('a', 0, [
        ['b', 0.5],
        ['c', 0.5],
      ]),
      step('b', 10, [], { roles: ['r', 's'] }),
      step('c', triangular(20, 30, 40), [], { roles: ['r'] }),
    ),
  );
  const loads = roleLoads(mixed, valueOf(visitsOf(mixed, { capped: true })));
  // Half 10, half 30 with variance 100/6: mean 20, variance 100 + 100/12.
  expect(loads.get('r')).toMatchObject({
    touchSeconds: 20,
    visits: 1,
    handlingSeconds: 20,
    steps: ['b', 'c'],
  });
  expect(loads.get('r')?.handlingScv).toBeCloseTo((100 + 100 / 12) / 400, 10);
  expect(loads.get('s')).toEqual({
    touchSeconds: 5,
    visits: 0.5,
    handlingSeconds: 10,
    handlingScv: 0,
    steps: ['b'],
  });
});

test('cost is time by its price and material by visit; a role without a price is named', () => {
  const priced = prepared(
    flow(
      step(
        'a',
        30 * minute,
        [
          ['b', 0.5],
          ['end', 0.5],
        ],
        { roles: ['r'], cost: 4 },
      ),
      step('b', hour, ['end'], { roles: ['s'], cost: 10 }),
      step('end', 0),
    ),
  );
  const visits = valueOf(visitsOf(priced, { capped: true }));
  expect(costPerCase(priced, visits, new Map([['r', 60]]))).toEqual({
    total: 39,
    labour: 30,
    material: 9,
    unpriced: ['s'],
  });
});

test('hand-offs are counted from department to department, over gateways', () => {
  const crossing = flow(
    step('a', 1, ['gate'], { department: 'sales' }),
    step('gate', 0, [
      ['b', 0.25],
      ['c', 0.75],
    ]),
    step('b', 1, ['d'], { department: 'sales' }),
    step('c', 1, ['d'], { department: 'stock' }),
    step('d', 1, [], { department: 'sales' }),
  );
  expect(valueOf(expectedHandoffs(prepared(crossing)))).toBeCloseTo(1.5, 12);
});

test('a parallel hands over to each branch, its join goes on once', () => {
  const block = flow(
    step('a', 1, ['split'], { department: 'sales' }),
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', 1, ['join'], { department: 'stock' }),
    step('c', 1, ['join'], { department: 'legal' }),
    step('join', 0, ['d'], { kind: 'join', joins: ['split'] }),
    step('d', 1, [], { department: 'sales' }),
  );
  expect(valueOf(expectedHandoffs(prepared(block)))).toBeCloseTo(3, 12);
});

test('the complaint goes 0.342 times from one department to another', () => {
  // Per round with a check (0.228): out to logistics once; back from the join half (the telling
  // step has no department and passes on from the front line, so that half is no hand-off).
  expect(valueOf(expectedHandoffs(prepared(complaint)))).toBeCloseTo(0.228 * 1.5, 10);
});

test('first-contact resolution is the share without a return', () => {
  // 0.55 · 0.8 answered at once, 0.45 by people at once, then 90 % satisfied.
  expect(valueOf(firstContactResolution(prepared(complaint)))).toBeCloseTo((0.44 + 0.45) * 0.9, 12);
  expect(valueOf(firstTimeRight(prepared(complaint)))).toBeCloseTo(0.9, 12);
});

test('a parallel is without a fault when all its branches are', () => {
  const block = flow(
    step('split', 0, ['b', 'c'], { kind: 'parallel' }),
    step('b', 1, [['join', 0.9], { to: 'b', probability: 0.1, returns: true }]),
    step('c', 1, [
      ['join', 0.8],
      ['bad', 0.2],
    ]),
    step('bad', 1, ['join']),
    step('join', 0, [], { kind: 'join', joins: ['split'] }),
  );
  expect(valueOf(firstContactResolution(prepared(block)))).toBeCloseTo(0.9, 12);
  const withoutBad = probabilityWithout(prepared(block), { step: ({ id }) => id === 'bad' });
  expect(valueOf(withoutBad)).toBeCloseTo(0.8, 12);
});

test('routes are told apart by what they meet, with both branches of a parallel', () => {
  const systems: Record<string, string[]> = { a: ['crm'], b: ['kb'], c: ['erp'], d: ['log'] };
  const routed = flow(
    step('a', 1, [
      ['b', 0.3],
      ['split', 0.7],
    ]),
    step('b', 1, [
      ['end', 0.5],
      { to: 'a', probability: 0.5, loop: { max: 1, afterwards: 'end' } },
    ]),
    step('split', 0, ['c', 'd', 'join'], { kind: 'parallel' }),
    step('c', 1, ['join']),
    step('d', 1, ['join']),
    step('join', 0, ['end'], { kind: 'join', joins: ['split'] }),
    step('end', 0),
  );
  const found = valueOf(routesOf(prepared(routed), ({ id }) => systems[id] ?? []));
  const shares = new Map(found.map(({ labels, probability }) => [labels.join('+'), probability]));
  expect(shares.size).toBe(3);
  expect(shares.get('crm+erp+log')).toBeCloseTo(0.7, 12);
  expect(shares.get('crm+erp+kb+log')).toBeCloseTo(0.3 * 0.5 * 0.7, 12);
  expect(shares.get('crm+kb')).toBeCloseTo(0.3 * 0.5 + 0.15 * 0.3, 12);
});
