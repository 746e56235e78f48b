import { describe, expect, it } from 'vitest';
import { deflectionOfMean, deflectionOfVu, upperStop, VuNeedle, vuOfDeflection, zeroVuDeflection } from './vu';

/** Deflections of a needle, one a millisecond, after a step from rest. */
function stepResponse(target: number, milliseconds: number): number[] {
  const needle = new VuNeedle();
  return Array.from({ length: milliseconds }, () => {
    needle.step(target);
    return needle.deflection;
  });
}

describe('VuNeedle', () => {
  it('step_fromRest_isAt99PercentAfter300Milliseconds', () => {
    const reached = stepResponse(zeroVuDeflection, 1000).findIndex((d) => d >= 0.99 * zeroVuDeflection) + 1;
    expect(reached).toBeGreaterThanOrEqual(297);
    expect(reached).toBeLessThanOrEqual(303);
  });

  it('step_fromRest_overshootsBy1To1AndAHalfPercent', () => {
    const over = Math.max(...stepResponse(zeroVuDeflection, 2000)) / zeroVuDeflection - 1;
    expect(over).toBeGreaterThanOrEqual(0.01);
    expect(over).toBeLessThanOrEqual(0.015);
  });

  it('step_held_settlesThere', () => {
    expect(stepResponse(0.5, 3000).at(-1)).toBeCloseTo(0.5, 6);
  });

  it('step_farTooLoud_restsAtTheUpperStop', () => {
    const pinned = stepResponse(20, 500);
    expect(Math.max(...pinned)).toBe(upperStop);
    expect(pinned.at(-1)).toBe(upperStop);
  });

  it('step_intoSilence_fallsToTheLowerStopAndNoFurther', () => {
    const needle = new VuNeedle();
    for (let ms = 0; ms < 1000; ms++) needle.step(0.9);
    const fall = Array.from({ length: 1500 }, () => {
      needle.step(0);
      return needle.deflection;
    });
    expect(Math.min(...fall)).toBe(0);
    expect(fall.at(-1)).toBeLessThan(1e-6);
  });
});

describe('the scale', () => {
  it('zeroVu_isASineAtMinus14Dbfs', () => {
    const peak = 10 ** (-14 / 20);
    expect(deflectionOfMean((2 / Math.PI) * peak)).toBeCloseTo(0.708, 9);
  });

  it('marks_areProportionalToVoltage', () => {
    expect(deflectionOfVu(3)).toBeCloseTo(1, 3);
    expect(deflectionOfVu(-20)).toBeCloseTo(0.0708, 6);
    expect(deflectionOfVu(-6.0206) * 2).toBeCloseTo(deflectionOfVu(0), 5);
  });

  it('vuOfDeflection_undoesTheMarks', () => {
    for (const vu of [-20, -7, 0, 3]) expect(vuOfDeflection(deflectionOfVu(vu))).toBeCloseTo(vu, 9);
    expect(vuOfDeflection(0)).toBe(Number.NEGATIVE_INFINITY);
  });
});
