import { describe, expect, it } from 'vitest';
import { stationsOf } from './stations.svelte';

describe('stationsOf', () => {
  it('reads the points in hundredths', () => {
    const stations = stationsOf({ total: 2, playable: 1, points: [50, -100, -3, 7], grid: null });
    expect(stations).toEqual([
      { valence: 0.5, arousal: -1, tracks: 1 },
      { valence: -0.03, arousal: 0.07, tracks: 1 },
    ]);
  });

  it('puts the tracks of a field in its middle and leaves empty fields out', () => {
    const stations = stationsOf({ total: 9, playable: 0, points: null, grid: { size: 2, counts: [0, 4, 5, 0] } });
    expect(stations).toEqual([
      { valence: 0.5, arousal: -0.5, tracks: 4 },
      { valence: -0.5, arousal: 0.5, tracks: 5 },
    ]);
  });
});
