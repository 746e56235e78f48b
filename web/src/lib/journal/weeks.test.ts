import { describe, expect, it } from 'vitest';
import type { JournalReading } from '../api/types/journal';
import { petalPath, petalsOf, ranked } from './rose';
import { changeOf, comparable, meanOf, rimOf } from './weeks';

const reading = (valence: number, arousal: number) => ({ valence, arousal }) as JournalReading;
const day = (readings: number) => ({ date: '2026-11-21', label: null, path: [], readings });

describe('weeks', () => {
  it('have a mean where something was read', () => {
    expect(meanOf({ readings: [], days: [] })).toBeNull();
    const mean = meanOf({ readings: [reading(0.2, 0.4), reading(0.4, -0.4)], days: [day(2), day(0)] });
    expect(mean).toEqual({ days: 1, valence: expect.closeTo(0.3), arousal: 0 });
  });

  it('are compared only with three days in each', () => {
    const week = (days: number) => ({ days, valence: 0, arousal: 0 });
    expect(comparable(week(3), week(3))).toBe(true);
    expect(comparable(week(7), week(2))).toBe(false);
    expect(comparable(week(7), null)).toBe(false);
  });

  it('differ in plain words', () => {
    expect([0.04, -0.04, 0.05, 0.3, -0.1, -0.2].map(changeOf)).toEqual([
      'same',
      'same',
      'more',
      'muchMore',
      'less',
      'muchLess',
    ]);
  });

  it('are drawn as large as their farthest day allows', () => {
    expect(rimOf([])).toBe(0.25);
    expect(rimOf([[[0.2, 0.1]], [[0.3, 0.39]]])).toBe(0.5);
    expect(rimOf([[[1, 1]]])).toBe(1);
  });
});

describe('the rose', () => {
  it('tells shares by area, the most frequent reaching the rim', () => {
    const petals = petalsOf({ happy: 0.4, sad: 0.1, neutral: 0.5 });
    expect(petals).toHaveLength(12);
    expect(petals.find((p) => p.name === 'happy')?.reach).toBe(1);
    expect(petals.find((p) => p.name === 'sad')?.reach).toBe(0.5);
    expect(petalsOf({}).every((p) => p.reach === 0)).toBe(true);
  });

  it('draws a petal around its angle', () => {
    const petal = { name: 'pleasant', degrees: 0, share: 1, reach: 1 };
    const xs = [...petalPath(petal, 10, 100).matchAll(/(-?[\d.]+) (-?[\d.]+)[LAz]/g)].map((m) => Number(m[1]));
    expect(Math.max(...xs)).toBeCloseTo(100 * Math.cos((13 * Math.PI) / 180), 0);
  });

  it('lists all shares, the largest first', () => {
    expect(ranked({ sad: 0.1, neutral: 0.5, happy: 0.4, calm: 0 }).map((r) => r.name)).toEqual([
      'neutral',
      'happy',
      'sad',
    ]);
  });
});
