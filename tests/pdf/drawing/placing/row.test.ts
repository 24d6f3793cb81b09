import { describe, expect, it } from 'vitest';
import type { RowItem } from '../../../../core/src/pdf/drawing/placing/row.ts';
import { placeRow } from '../../../../core/src/pdf/drawing/placing/row.ts';

function item(...wishes: readonly (readonly [x: number, weight: number])[]): RowItem {
  return { left: 10, right: 10, wishes: wishes.map(([x, weight]) => ({ x, weight })) };
}

const gap = (): number => 5;

describe('a row', () => {
  it('puts each item where it wishes to be when there is room', () => {
    expect(placeRow([item([30, 1]), item([90, 1])], [0, 200], gap)).toEqual([30, 90]);
  });

  it('shares what is wished twice between both sides', () => {
    // 25 apart, around 100.
    expect(placeRow([item([100, 1]), item([100, 1])], [0, 200], gap)).toEqual([87.5, 112.5]);
  });

  it('gives way to the heavier wish', () => {
    expect(placeRow([item([100, 5]), item([100, 1])], [0, 200], gap)).toEqual([100, 125]);
  });

  it('takes the place in the middle of an odd number of wishes, not their mean', () => {
    expect(placeRow([item([20, 1], [30, 1], [190, 1])], [0, 200], gap)).toEqual([30]);
  });

  it('keeps within its bounds', () => {
    expect(placeRow([item([-50, 1])], [0, 200], gap)).toEqual([10]);
    expect(placeRow([item([190, 1]), item([400, 1])], [0, 200], gap)).toEqual([165, 190]);
  });
});
