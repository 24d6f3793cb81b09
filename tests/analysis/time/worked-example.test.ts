import { expect, test } from 'vitest';
import { automatedShare, roleLoads } from '../../../core/src/analysis/time/per-role.ts';
import { percentilesOf } from '../../../core/src/analysis/time/percentiles.ts';
import { simulate } from '../../../core/src/analysis/time/simulate.ts';
import { visitsOf } from '../../../core/src/analysis/time/visits.ts';
import { complaint, minute, prepared, valueOf } from './flows.ts';

/* The complaint process, against numbers that were worked out independently. */

const within = (value: number, target: number, share: number): void =>
  expect(Math.abs(value / target - 1)).toBeLessThan(share);

test('400 000 simulated complaints have the mean and percentiles of an independent simulation', () => {
  const simulation = simulate(prepared(complaint), { seed: 1, cases: 400_000 });
  const found = percentilesOf(simulation);
  within((found?.mean ?? 0) / minute, 67.66, 0.005);
  within((found?.p50 ?? 0) / minute, 38, 0.015);
  within((found?.p90 ?? 0) / minute, 199, 0.015);
  within((found?.p95 ?? 0) / minute, 209, 0.015);
  within((found?.p99 ?? 0) / minute, 288, 0.015);
  expect(simulation.visits.get('auto_reply')).toBeCloseTo(0.55, 2);
  expect([simulation.stuck, simulation.endless, simulation.unknown]).toEqual([0, 0, 0]);
});

test('visits per complaint, without the cap', () => {
  const { perStep, structured } = valueOf(visitsOf(prepared(complaint), { capped: false }));
  expect(structured).toBe(true);
  expect(perStep.get('auto_reply')).toBeCloseTo(0.55, 12);
  expect(perStep.get('handle')).toBeCloseTo(0.571, 3);
  expect(perStep.get('urgent_handle')).toBeCloseTo(0.1, 12);
  expect(perStep.get('check_goods')).toBeCloseTo(0.228, 3);
  expect(perStep.get('feedback')).toBeCloseTo(1.111, 3);
  expect(perStep.has('human_intake')).toBe(false);
});

test('touch time per role: 17.61, 5.00, 6.85, 1.14 and 3.70 min', () => {
  const flow = prepared(complaint);
  const loads = roleLoads(flow, valueOf(visitsOf(flow, { capped: false })));
  const minutes = (role: string): number => (loads.get(role)?.touchSeconds ?? 0) / minute;
  expect(minutes('frontline')).toBeCloseTo(17.61, 2);
  expect(minutes('expert')).toBeCloseTo(5, 9);
  expect(minutes('warehouse')).toBeCloseTo(6.85, 2);
  expect(minutes('team_lead')).toBeCloseTo(1.14, 2);
  expect(minutes('bot')).toBeCloseTo(3.7, 2);
});

test('62.8 % of the visits to working steps are automated', () => {
  const flow = prepared(complaint);
  expect(automatedShare(flow, valueOf(visitsOf(flow, { capped: false })))).toBeCloseTo(0.628, 3);
});
