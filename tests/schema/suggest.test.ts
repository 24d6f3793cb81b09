import { expect, test } from 'vitest';
import { nameOf } from '../../core/src/schema/spot.ts';
import { closest } from '../../core/src/schema/suggest.ts';

const keys = ['channels', 'onFailure', 'onTimeout', 'next', 'sla'];

test.each([
  ['chanels', 'channels'],
  ['channnels', 'channels'],
  ['chonnels', 'channels'],
  ['cahnnels', 'channels'],
  ['on_failure', 'onFailure'],
  ['ON-TIMEOUT', 'onTimeout'],
  ['nxet', 'next'],
])('%s means %s', (text, meant) => {
  expect(closest(text, keys)).toBe(meant);
});

test.each(['colour', 'x', 'nets', '渠道'])('%s means none of them', (text) => {
  expect(closest(text, keys)).toBeUndefined();
});

test('of two that are equally near, the first is meant', () => {
  expect(closest('bot', ['bat', 'bit'])).toBe('bat');
});

test('a list item is named by its id, whatever stands before it', () => {
  const item = { by: '2026-01-01', metric: 'nps', id: 'm1' };
  expect(nameOf({ path: ['milestones', 0], values: [{}, [item], item] })).toBe('m1');
});

test('a list item without a name is named by its first word, an empty one by its list', () => {
  const item = { days: ['mon'], seats: 3 };
  expect(nameOf({ path: ['onShift', 0], values: [{}, [item], item] })).toBe('3');
  expect(nameOf({ path: ['onShift', 0], values: [{}, [{}], {}] })).toBe('onShift');
});

test('the root is named by its id, its kind or its first key', () => {
  expect(nameOf({ path: [], values: [{ kind: 'Process', id: 'p' }] })).toBe('p');
  expect(nameOf({ path: [], values: [{ name: 'P', kind: 'Process' }] })).toBe('Process');
  expect(nameOf({ path: [], values: [{ name: 'P' }] })).toBe('name');
});
