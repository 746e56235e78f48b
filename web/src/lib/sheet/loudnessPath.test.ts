import { describe, expect, it } from 'vitest';
import { loudnessPath, loudnessY } from './loudnessPath';

describe('loudness as a line', () => {
  it('has full scale at the top and what is inaudible at the foot', () => {
    expect([0, -24, -48, -120, 3].map((lufs) => loudnessY(lufs, 96))).toEqual([0, 48, 96, 96, 0]);
  });

  it('puts each value in the middle of its step of the whole length', () => {
    expect(loudnessPath({ stepSeconds: 1, lufs: [-24, -12] }, 4, 80, 96)).toBe('M10.0 48.0L30.0 24.0');
  });

  it('does not leave the drawing where a curve is longer than its track, and draws nothing of nothing', () => {
    expect(loudnessPath({ stepSeconds: 10, lufs: [-24] }, 3, 80, 96)).toBe('M80.0 48.0');
    expect(loudnessPath({ stepSeconds: 1, lufs: [] }, 3, 80, 96)).toBe('');
  });
});
