import { describe, expect, it } from 'vitest';
import { card, marks, needleAngle, pointAt } from './vuScale';

describe('the VU card', () => {
  it('swings as far to the left as to the right', () => {
    expect(needleAngle(0)).toBe(-card.halfSweep);
    expect(needleAngle(1)).toBe(card.halfSweep);
    expect(pointAt(50, 0.5)).toEqual([card.pivotX, card.pivotY - 50]);
  });

  it('prints fewer levels on a small card, the ends and the zero always', () => {
    expect(marks(true).map((m) => m.vu)).toEqual([-20, -10, -3, 0, 3]);
    expect(marks(false).filter((m) => m.red)).toHaveLength(3);
  });
});
