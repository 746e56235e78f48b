import { describe, expect, it } from 'vitest';
import type { NamedMood } from '../api/types/mood';
import { nearestWord } from './nearest';

const mood = (name: string, valence: number, arousal: number, onRim = true): NamedMood => ({
  name,
  valence,
  arousal,
  dominance: 0,
  onRim,
});
const moods = [
  mood('pleasant', 0.7, 0),
  mood('happy', 0.606, 0.35),
  mood('content', 0.606, -0.35),
  mood('dreamy', 0.3, -0.45, false),
];

describe('nearestWord', () => {
  it('nearTheCentre_isNeutral', () => {
    expect(nearestWord({ valence: 0.1, arousal: 0.1 }, moods)).toBe('neutral');
  });

  it('justBelowTheRightHandAxis_isStillPleasant', () => {
    expect(nearestWord({ valence: 0.5, arousal: -0.05 }, moods)).toBe('pleasant');
  });

  it('onAnInnerMood_isTheRimWordBesideIt', () => {
    expect(nearestWord({ valence: 0.3, arousal: -0.45 }, moods)).toBe('content');
  });
});
