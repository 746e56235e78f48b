import { describe, expect, it } from 'vitest';
import { RestingHand } from './restingHand';

describe('RestingHand', () => {
  it('busy_beforeAnyTouch_isFalse', () => {
    expect(new RestingHand().busy(0)).toBe(false);
  });

  it('busy_afterAPointer_endsInFourSeconds', () => {
    const hand = new RestingHand();
    hand.touched('pointer', 1000);
    expect(hand.busy(4999)).toBe(true);
    expect(hand.busy(5000)).toBe(false);
  });

  it('busy_afterAKey_isNotCutShortByThePointer', () => {
    const hand = new RestingHand();
    hand.touched('keys', 0);
    hand.touched('pointer', 1000);
    expect(hand.busy(14_999)).toBe(true);
  });
});
