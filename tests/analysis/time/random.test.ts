import { expect, test } from 'vitest';
import { Draws, philox, streamOf, streamsOf } from '../../../core/src/analysis/time/random.ts';

const words = (counter: [number, number, number, number], key: [number, number]): string[] => {
  const out = new Uint32Array(4);
  philox(out, counter, key);
  return [...out].map((word) => word.toString(16).padStart(8, '0'));
};

// Known answers of Random123 1.14 (kat_vectors, philox4x32 with 10 rounds).
test('Philox gives the known answers of its reference implementation', () => {
  expect(words([0, 0, 0, 0], [0, 0])).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']);
  const ones = 0xffffffff;
  expect(words([ones, ones, ones, ones], [ones, ones])).toEqual([
    '408f276d',
    '41c83b0e',
    'a20bc7c6',
    '6d5451fd',
  ]);
  expect(words([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual(
    ['d16cfe09', '94fdcceb', '5001e420', '24126ea1'],
  );
});

test('draws are spread evenly over the open interval', () => {
  const draws = new Draws(7);
  const values = Array.from({ length: 100_000 }, (_, ofCase) => draws.draw(1, ofCase, 0, 0));
  expect(Math.min(...values)).toBeGreaterThan(0);
  expect(Math.max(...values)).toBeLessThan(1);
  for (const share of [0.01, 0.25, 0.5, 0.9]) {
    const below = values.filter((value) => value < share).length / values.length;
    expect(Math.abs(below - share)).toBeLessThan(0.005);
  }
});

test('a draw depends on seed, stream, case, visit and use, and on nothing else', () => {
  const base = new Draws(1).draw(2, 3, 4, 5);
  expect(new Draws(1).draw(2, 3, 4, 5)).toBe(base);
  const others = [
    new Draws(2).draw(2, 3, 4, 5),
    new Draws(1).draw(3, 3, 4, 5),
    new Draws(1).draw(2, 4, 4, 5),
    new Draws(1).draw(2, 3, 5, 5),
    new Draws(1).draw(2, 3, 4, 4),
  ];
  expect(new Set([base, ...others]).size).toBe(6);
});

test('draws for neighbouring uses are not correlated', () => {
  const draws = new Draws(11);
  let sum = 0;
  for (let at = 0; at < 50_000; at += 1) {
    sum += (draws.draw(1, at, 0, 0) - 0.5) * (draws.draw(1, at, 0, 1) - 0.5);
  }
  // Standard error 1/12/sqrt(50 000) = 0.00037.
  expect(Math.abs(sum / 50_000)).toBeLessThan(0.0015);
});

test('a stream is made from the id alone, and two ids never share one', () => {
  expect(streamOf('handle')).toBe(streamOf('handle'));
  expect(streamsOf(['b', 'a'])[1]).toBe(streamsOf(['a'])[0]);
  expect(new Set(streamsOf(['a', 'a', 'a'])).size).toBe(3);
});
