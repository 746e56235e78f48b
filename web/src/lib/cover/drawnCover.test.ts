import { describe, expect, it } from 'vitest';
import { drawCover } from './drawnCover';

const mood = { valence: 0.4, arousal: 0.2, dominance: 0 };

describe('drawCover', () => {
  it('ofTheSameTrack_isAlwaysTheSame', () => {
    expect(drawCover('one', mood)).toEqual(drawCover('one', mood));
  });

  it('ofAnotherTrack_differs', () => {
    expect(drawCover('one', mood).hills).not.toEqual(drawCover('two', mood).hills);
  });

  it.each([-1, 0, 1])('atValenceAndArousal_%d_staysInsideItsSquare', (extreme) => {
    const { sun, sky } = drawCover('x', { valence: extreme, arousal: extreme, dominance: 0 });
    expect(sun.x - sun.r).toBeGreaterThan(0);
    expect(sun.x + sun.r).toBeLessThan(100);
    expect(sun.y).toBeGreaterThan(0);
    expect(sky).toMatch(/^hsl\(\d+ \d+% \d+%\)$/);
  });
});
