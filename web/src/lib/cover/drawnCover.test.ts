import { describe, expect, it } from 'vitest';
import { drawCover } from './drawnCover';
import { inksAt } from './palette';

const mood = { valence: 0.4, arousal: 0.2 };
const names = Array.from({ length: 200 }, (_, i) => `track ${i}`);

function lightness(hex: string): number {
  return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).reduce((sum, part) => sum + part, 0) / 765;
}

describe('drawCover', () => {
  it('ofTheSameTrack_isAlwaysTheSame', () => {
    for (const name of names) expect(drawCover(name, mood)).toEqual(drawCover(name, { ...mood }));
  });

  it('ofOtherTracksOfTheSameMood_differs', () => {
    expect(new Set(names.map((name) => JSON.stringify(drawCover(name, mood)))).size).toBe(names.length);
  });

  it('ofManyTracks_showsManyPictures', () => {
    // Motifs draw different numbers of shapes; colours differ with the mood.
    const pictures = new Set(names.map((name) => drawCover(name, null).shapes.length));
    const skies = new Set(names.map((name) => drawCover(name, null).sky.high));
    expect(pictures.size).toBeGreaterThan(6);
    expect(skies.size).toBeGreaterThan(100);
  });

  it.each([-1, 0, 1])('atTheCornersOfThePlane_%d_drawsWithinReach', (extreme) => {
    for (const name of names.slice(0, 40)) {
      const { shapes, sky } = drawCover(name, { valence: extreme, arousal: -extreme });
      expect(sky.high).toMatch(/^#[\da-f]{6}$/);
      expect(shapes.length).toBeGreaterThan(3);
      for (const { d } of shapes) expect(d).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

describe('inksAt', () => {
  it('ofAGladPlace_isLighterThanOfASadOne', () => {
    const sad = inksAt({ valence: -0.5, arousal: -0.6 }, 0);
    const glad = inksAt({ valence: 0.7, arousal: 0.3 }, 0);
    expect(lightness(glad.low)).toBeGreaterThan(lightness(sad.low) + 0.2);
  });

  it('getsDarkerTowardsTheViewer', () => {
    for (const turn of [0, 0.3, 0.7, 0.99]) {
      const { far, mid, near } = inksAt(mood, turn);
      expect(lightness(far)).toBeGreaterThan(lightness(mid));
      expect(lightness(mid)).toBeGreaterThan(lightness(near));
    }
  });
});
