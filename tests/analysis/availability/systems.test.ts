import fc from 'fast-check';
import { expect, test } from 'vitest';
import { availabilityOverRoutes } from '../../../core/src/analysis/availability/routes.ts';
import {
  availabilityOf,
  type SystemInput,
} from '../../../core/src/analysis/availability/systems.ts';

const landscape = (...systems: SystemInput[]) =>
  new Map(systems.map((system) => [system.id, system]));
const byHand = { manualCounts: true };
const promised = { manualCounts: false };

function value(
  systems: ReadonlyMap<string, SystemInput>,
  needed: string[],
  options = promised,
): number {
  const found = availabilityOf(systems, needed, options);
  if (!found.decided) throw new Error(JSON.stringify(found));
  return found.availability;
}

const complaint = landscape(
  { id: 'crm', availability: 0.9999 },
  { id: 'ticket', availability: 0.9995, dependsOn: ['crm'] },
  { id: 'kb', availability: 0.999, fallback: { manual: true } },
);

test('crm and the ticket system that depends on it are 99.94 %, crm counted once', () => {
  expect(value(complaint, ['crm', 'ticket'])).toBeCloseTo(0.9999 * 0.9995, 12);
  expect(value(complaint, ['ticket'])).toBeCloseTo(0.999_400_05, 12);
  expect(availabilityOf(complaint, ['crm', 'ticket'], promised)).toMatchObject({
    systems: ['crm', 'ticket'],
  });
});

test('a manual fallback keeps a step going, not a promise about availability', () => {
  expect(value(complaint, ['kb'], byHand)).toBe(1);
  expect(value(complaint, ['kb'], promised)).toBe(0.999);
});

// Barlow, Proschan, Statistical Theory of Reliability and Life Testing, ch. 1: 2-of-3 is 3p2 - 2p3.
test('series, parallel and k of n have their textbook values', () => {
  const part = (id: string): SystemInput => ({ id, availability: 0.99 });
  const three = landscape(
    part('a'),
    part('b'),
    part('c'),
    { id: 'any', oneOf: ['a', 'b'] },
    { id: 'two', kOf: { k: 2, of: ['a', 'b', 'c'] } },
    { id: 'all', kOf: { k: 3, of: ['a', 'b', 'c'] } },
  );
  expect(value(three, ['a', 'b', 'c'])).toBeCloseTo(0.970_299, 12);
  expect(value(three, ['any'])).toBeCloseTo(0.9999, 12);
  expect(value(three, ['two'])).toBeCloseTo(3 * 0.9801 - 2 * 0.970_299, 12);
  expect(value(three, ['all'])).toBeCloseTo(0.970_299, 12);
});

// The bridge: p2(2 + 2p - 5p2 + 2p3); 0.97848 at p = 0.9 (Barlow, Proschan, ch. 2).
test('the bridge network is worked out exactly although its parts are shared', () => {
  const bridge = landscape(
    ...['a', 'b', 'c', 'd', 'e'].map((id): SystemInput => ({ id, availability: 0.9 })),
    { id: 'ab', kOf: { k: 2, of: ['a', 'b'] } },
    { id: 'cd', kOf: { k: 2, of: ['c', 'd'] } },
    { id: 'aed', kOf: { k: 3, of: ['a', 'e', 'd'] } },
    { id: 'ceb', kOf: { k: 3, of: ['c', 'e', 'b'] } },
    { id: 'bridge', oneOf: ['ab', 'cd', 'aed', 'ceb'] },
  );
  expect(value(bridge, ['bridge'])).toBeCloseTo(0.978_48, 12);
});

test('what both of two alternatives depend on is not made better by having two', () => {
  const shared = landscape(
    { id: 'power', availability: 0.99 },
    { id: 'a', availability: 0.9, dependsOn: ['power'] },
    { id: 'b', availability: 0.9, dependsOn: ['power'] },
    { id: 'either', oneOf: ['a', 'b'] },
  );
  expect(value(shared, ['either'])).toBeCloseTo(0.99 * 0.99, 12);
});

test('a fallback system helps, unless it depends on the same', () => {
  const system = landscape(
    { id: 'net', availability: 0.99 },
    { id: 'main', availability: 0.95, fallback: { system: 'spare' }, dependsOn: ['net'] },
    { id: 'spare', availability: 0.9 },
    { id: 'main2', availability: 0.95, fallback: { system: 'spare2' }, dependsOn: ['net'] },
    { id: 'spare2', availability: 0.9, dependsOn: ['net'] },
  );
  expect(value(system, ['main'])).toBeCloseTo(1 - (1 - 0.99 * 0.95) * 0.1, 12);
  expect(value(system, ['main2'])).toBeCloseTo(0.99 * (1 - 0.05 * 0.1), 12);
});

test('per site two sites of 99 % are 99.99 %', () => {
  expect(value(landscape({ id: 'a', availability: 0.99, sites: 2 }), ['a'])).toBeCloseTo(
    0.9999,
    12,
  );
});

test('MTBF and MTTR stand in for a declared availability', () => {
  const repaired = landscape({ id: 'a', mtbfSeconds: 99 * 3600, mttrSeconds: 3600 });
  expect(value(repaired, ['a'])).toBeCloseTo(0.99, 12);
});

test('a declared number of a group is what users see; its members are not counted again', () => {
  const group = landscape(
    { id: 'group', availability: 0.9999, oneOf: ['a', 'b'] },
    { id: 'a', availability: 0.5 },
    { id: 'b', availability: 0.5 },
  );
  expect(value(group, ['group'])).toBe(0.9999);
});

test('nothing needed is always there', () => {
  expect(value(complaint, [])).toBe(1);
});

test('systems that are not there, have no number, or depend on each other are named', () => {
  const faulty = landscape(
    { id: 'a', availability: 0.9, dependsOn: ['b'] },
    { id: 'b', availability: 0.9, dependsOn: ['a'] },
    { id: 'c' },
    { id: 'd', availability: 0.9, dependsOn: ['x'] },
    { id: 'e', fallback: { manual: true } },
  );
  const cause = (needed: string[], options = promised) => {
    const found = availabilityOf(faulty, needed, options);
    return found.decided ? 'decided' : `${found.cause} ${found.systems.join()}`;
  };
  expect(cause(['a'])).toBe('circle a');
  expect(cause(['c'])).toBe('undeclared c');
  expect(cause(['d'])).toBe('unknown_system x');
  expect(cause(['e'])).toBe('undeclared e');
  expect(cause(['e'], byHand)).toBe('decided');
});

test('a chain of systems that all share what is below takes no time', () => {
  const levels = Array.from({ length: 40 }, (_, at): SystemInput[] => {
    const below = at === 39 ? [] : [`a${at + 1}`, `b${at + 1}`];
    return ['a', 'b'].map((name) => ({
      id: `${name}${at}`,
      availability: 0.999,
      dependsOn: below,
    }));
  }).flat();
  expect(value(landscape(...levels), ['a0', 'b0'])).toBeCloseTo(0.999 ** 80, 12);
});

test('too many ways to share are bounded, not guessed', () => {
  // Majorities of 40 parts, each part in many of them.
  const parts = Array.from({ length: 40 }, (_, at): SystemInput => ({
    id: `p${at}`,
    availability: 0.9,
  }));
  const groups = Array.from({ length: 60 }, (_, at): SystemInput => ({
    id: `g${at}`,
    kOf: {
      k: 3,
      of: Array.from({ length: 5 }, (_unused, of) => `p${(at * 7 + of * of * 11 + of) % 40}`),
    },
  }));
  const all = landscape(...parts, ...groups, {
    id: 'some',
    kOf: { k: 45, of: groups.map(({ id }) => id) },
  });
  const found = availabilityOf(all, ['some'], promised);
  expect(found).toMatchObject({ decided: false, cause: 'too_many_cases' });
  const bounds = found.decided ? undefined : found.bounds;
  expect(bounds?.low).toBeGreaterThanOrEqual(0);
  expect(bounds?.high).toBeLessThanOrEqual(1);
  expect(bounds?.low).toBeLessThan(bounds?.high ?? 0);
});

test('any landscape agrees with trying every state of its parts', () => {
  const names = ['p0', 'p1', 'p2', 'p3', 'p4'];
  const group = fc.record({
    k: fc.integer({ min: 1, max: 3 }),
    of: fc.uniqueArray(fc.constantFrom(...names), { minLength: 3, maxLength: 4 }),
    dependsOn: fc.subarray(names, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 1, max: 2 }),
      (groups, k) => {
        const systems = landscape(
          ...names.map((id, at): SystemInput => ({ id, availability: 0.5 + at / 10 })),
          ...groups.map(({ k: of, of: members, dependsOn }, at): SystemInput => ({
            id: `g${at}`,
            kOf: { k: of, of: members },
            dependsOn,
          })),
          { id: 'top', kOf: { k, of: groups.map((_, at) => `g${at}`) } },
        );
        let sum = 0;
        for (let state = 0; state < 32; state += 1) {
          const up = (name: string): boolean => ((state >> names.indexOf(name)) & 1) === 1;
          const share = names.reduce(
            (product, name, at) => product * (up(name) ? 0.5 + at / 10 : 0.5 - at / 10),
            1,
          );
          const working = groups.filter(
            (each) => each.of.filter(up).length >= each.k && each.dependsOn.every(up),
          );
          if (working.length >= k) sum += share;
        }
        expect(value(systems, ['top'])).toBeCloseTo(sum, 12);
      },
    ),
    { numRuns: 200, seed: 4 },
  );
});

test('a process is as available as its routes, on average and at worst', () => {
  const routes = [
    { labels: ['crm'], probability: 0.6 },
    { labels: ['crm', 'ticket'], probability: 0.4 },
  ];
  expect(availabilityOverRoutes(complaint, routes, promised)).toEqual({
    decided: true,
    weighted: 0.6 * 0.9999 + 0.4 * value(complaint, ['ticket']),
    worst: value(complaint, ['ticket']),
    worstSystems: ['crm', 'ticket'],
  });
  expect(
    availabilityOverRoutes(complaint, [{ labels: ['x'], probability: 1 }], promised),
  ).toMatchObject({ decided: false, systems: ['x'] });
});
