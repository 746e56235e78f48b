import { describe, expect, it } from 'vitest';
import { angleOf, fromOffset, leanOpacity, onCircle, toDisc, uncertaintyEllipse, wordArc } from './geometry';

describe('dial geometry', () => {
  it('toDisc_ofACorner_keepsTheDirectionAndEndsOnTheRim', () => {
    const { valence, arousal } = toDisc({ valence: 1, arousal: -1 });
    expect(Math.hypot(valence, arousal)).toBeCloseTo(1);
    expect(valence).toBeCloseTo(-arousal);
  });

  it('toDisc_ofAnInnerPoint_changesNothing', () => {
    expect(toDisc({ valence: 0.3, arousal: -0.4 })).toEqual({ valence: 0.3, arousal: -0.4 });
  });

  it('fromOffset_upwardInTheDrawing_isMoreArousal', () => {
    expect(fromOffset(0, -50, 100)).toEqual({ valence: 0, arousal: 0.5 });
  });

  it.each([0, 30, 90, 215, 359])('angleOf_%d_andOnCircle_areInverse', (degrees) => {
    const { x, y } = onCircle(degrees, 0.7);
    expect(angleOf({ valence: x, arousal: -y })).toBeCloseTo(degrees);
  });

  it('uncertaintyEllipse_ofSixtyEightPercent_isOneAndAHalfSigma', () => {
    const ellipse = uncertaintyEllipse({ valence: 0.2, arousal: 0.1 });
    expect(ellipse.valence).toBeCloseTo(0.302, 3);
    expect(ellipse.arousal).toBeCloseTo(0.151, 3);
  });

  it('wordArc_atTheTopAndBottom_bothRunFromLeftToRight', () => {
    for (const degrees of [90, 270]) {
      const [fromX, toX] = [...wordArc(degrees, 100, 40).matchAll(/[M ](-?[\d.]+) -?[\d.]+(?=A|$)/g)].map((m) =>
        Number(m[1]),
      );
      expect(fromX).toBeLessThan(0);
      expect(toX).toBeGreaterThan(0);
    }
  });

  it('leanOpacity_growsWithConfidenceBetweenItsStops', () => {
    expect(leanOpacity(0)).toBeCloseTo(0.1);
    expect(leanOpacity(0.375)).toBeCloseTo(0.5);
    expect(leanOpacity(1)).toBeCloseTo(0.9);
  });
});
