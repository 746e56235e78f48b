import { describe, expect, it } from 'vitest';
import { gainOf, levellingDb, linearOf } from './loudness';

describe('levellingDb', () => {
  it.each([
    ['of unknown loudness is left alone', {}, 0],
    ['that says null is left alone', { loudnessLufs: null, truePeakDb: null }, 0],
    ['that is loud is turned down', { loudnessLufs: -8 }, -8],
    ['that is far too loud is turned down by 15 dB', { loudnessLufs: 3 }, -15],
    ['that is quiet, its peak unknown, is not turned up', { loudnessLufs: -22 }, 0],
    ['that is quiet, heard in part only, is not turned up', { loudnessLufs: -30, truePeakDb: null }, 0],
    ['that is loud, heard in part only, is turned down', { loudnessLufs: -9, truePeakDb: null }, -7],
    ['that is quiet with room is turned up', { loudnessLufs: -20, truePeakDb: -12 }, 4],
    ['that is very quiet is turned up by 6 dB', { loudnessLufs: -40, truePeakDb: -30 }, 6],
    ['that is quiet with high peaks goes up to -1 dBTP', { loudnessLufs: -20, truePeakDb: -3 }, 2],
    ['whose peaks clip already is not turned up', { loudnessLufs: -20, truePeakDb: 0.5 }, 0],
    ['with nonsense is left alone', { loudnessLufs: Number.NaN, truePeakDb: -3 }, 0],
  ])('a track %s', (_, track, db) => {
    expect(levellingDb(track)).toBe(db);
  });
});

describe('gains', () => {
  it('linearOf_sixDecibels_doubles', () => {
    expect(linearOf(6.0206)).toBeCloseTo(2, 4);
    expect(linearOf(0)).toBe(1);
  });

  it('gainOf_aSlider_isSilentAtZeroAndGentleBelowTheMiddle', () => {
    expect([gainOf(-1), gainOf(0), gainOf(1), gainOf(2)]).toEqual([0, 0, 1, 1]);
    expect(gainOf(0.5)).toBeCloseTo(0.125);
  });
});
