import { describe, expect, it } from 'vitest';
import { hubSpeed, packRadius, Tape, windMs } from './tape';

describe('packRadius', () => {
  it('ofNothingAndOfEverything_isTheHubAndTheFullPack', () => {
    expect(packRadius(0)).toBe(27);
    expect(packRadius(1)).toBe(92);
    expect(packRadius(-3)).toBe(27);
    expect(packRadius(7)).toBe(92);
  });

  it('ofTwoPacks_alwaysHoldsTheSameTape', () => {
    for (const share of [0, 0.1, 0.5, 0.77, 1]) {
      const area = packRadius(share) ** 2 + packRadius(1 - share) ** 2;
      expect(area).toBeCloseTo(27 ** 2 + 92 ** 2, 6);
    }
  });
});

describe('Tape', () => {
  it('frame_whilePlaying_movesTheSameLengthOverBothHubs', () => {
    const tape = new Tape();
    tape.frame(100, true, 0.25);
    expect(tape.leftAngle * tape.leftRadius).toBeCloseTo(17.4, 9);
    expect(tape.rightAngle * tape.rightRadius).toBeCloseTo(17.4, 9);
    expect(tape.rightAngle).toBeGreaterThan(tape.leftAngle);
  });

  it('frame_whilePaused_standsStill', () => {
    const tape = new Tape();
    tape.frame(500, false, 0.5);
    expect([tape.leftAngle, tape.rightAngle]).toEqual([0, 0]);
  });

  it('seek_windsEightTimesAsFast_andGetsThereIn400Milliseconds', () => {
    const tape = new Tape();
    tape.frame(16, false, 0.2);
    tape.seek(0.8, 100);
    tape.frame(10, false, 0.8);
    expect(tape.rightAngle).toBeCloseTo(8 * 0.01 * hubSpeed(tape.rightRadius), 9);
    expect(tape.rightRadius).toBeLessThan(packRadius(0.3));
    tape.frame(400, false, 0.8);
    expect(tape.rightRadius).toBe(packRadius(0.8));
    const angle = tape.rightAngle;
    tape.frame(400, false, 0.8);
    expect(tape.rightAngle).toBe(angle);
  });

  it('seek_back_turnsTheHubsBack', () => {
    const tape = new Tape();
    tape.frame(0, false, 0.8);
    tape.seek(0.7, -20);
    tape.frame(10, true, 0.7);
    expect(tape.leftAngle).toBeCloseTo(2 * Math.PI - 8 * 0.01 * hubSpeed(tape.leftRadius), 9);
  });

  it('windMs_ofAShortSeek_isAsLongAsItTakesAtEightTimesTheSpeed', () => {
    expect(windMs(1)).toBe(125);
    expect(windMs(-2)).toBe(250);
    expect(windMs(500)).toBe(400);
  });
});
