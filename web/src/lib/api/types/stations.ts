// Where the tracks lie on the plane of moods, as docs/api.md gives it; what is unknown is null.

/** Where the tracks of known mood lie on the plane. */
export interface Stations {
  total: number;
  playable: number;
  /** Valence and arousal of each in turn, in hundredths, the `playable` first; null above 20,000 tracks. */
  points: number[] | null;
  /** Then how many lie in each field, row by row from arousal -1, each row from valence -1. */
  grid: { size: number; counts: number[] } | null;
}

/** A track near a point of the plane. */
export interface Station {
  id: string;
  title: string;
  artist: string | null;
  valence: number;
  arousal: number;
  playable: boolean;
}
