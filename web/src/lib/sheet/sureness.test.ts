import { describe, expect, it } from 'vitest';
import { shareAlike, surenessOf } from './sureness';

const both = (sigma: number) => ({ valence: sigma, arousal: sigma });

describe('how surely a mood is what its word says', () => {
  it('is certain where nothing is spread, and no better than its share of the circle where all is', () => {
    expect(shareAlike({ valence: -0.5, arousal: -0.3 }, both(0.001))).toBeCloseTo(1, 5);
    expect(shareAlike({ valence: -0.5, arousal: -0.3 }, both(1000))).toBeCloseTo(0.25, 1);
  });

  it('falls as the spread grows, and rises with the distance from the centre', () => {
    const shares = [0.1, 0.2, 0.3, 0.5, 0.8].map((sigma) => shareAlike({ valence: -0.5, arousal: -0.3 }, both(sigma)));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shareAlike({ valence: 0.8, arousal: 0 }, both(0.3))).toBeGreaterThan(
      shareAlike({ valence: 0.3, arousal: 0 }, both(0.3)),
    );
  });

  it('has three grades', () => {
    const mood = { valence: -0.5, arousal: -0.35 };
    expect([0.15, 0.5, 1].map((sigma) => surenessOf(mood, both(sigma)))).toEqual(['sure', 'likely', 'guess']);
  });

  it('of the middle is about the middle', () => {
    expect(surenessOf({ valence: 0.05, arousal: 0.02 }, both(0.1))).toBe('sure');
    expect(surenessOf({ valence: 0.05, arousal: 0.02 }, both(0.6))).toBe('guess');
  });
});
