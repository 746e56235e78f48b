import { describe, expect, it } from 'vitest';
import { fadeAt, fadeCurve } from './fade';

const out = { from: 1, to: 0, startSeconds: 10, seconds: 4 };
const into = { from: 0, to: 1, startSeconds: 10, seconds: 4 };

describe('fades', () => {
  it('outAndIn_togetherKeepThePower', () => {
    for (const t of [9, 10, 11, 12, 13.3, 14, 20]) {
      expect(fadeAt(out, t) ** 2 + fadeAt(into, t) ** 2).toBeCloseTo(1, 12);
    }
    expect(fadeAt(into, 12)).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('fromHalfway_startsThere', () => {
    const back = { from: fadeAt(out, 11), to: 1, startSeconds: 11, seconds: 0.5 };
    expect(fadeAt(back, 11)).toBeCloseTo(fadeAt(out, 11), 12);
    expect(fadeAt(back, 12)).toBe(1);
  });

  it('curve_goesFromEndToEnd', () => {
    const curve = fadeCurve(out);
    expect(curve).toHaveLength(65);
    expect(curve[0]).toBe(1);
    expect(curve[64]).toBeCloseTo(0, 6);
  });

  it('ofNoLength_isThereAtOnce', () => {
    expect(fadeAt({ ...out, seconds: 0 }, 10)).toBeCloseTo(0, 12);
  });
});
