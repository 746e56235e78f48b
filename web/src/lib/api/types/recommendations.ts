// What is asked of the recommender, and what it answers, as docs/api.md gives it; what is unknown is null.

import type { Strategy, Vad } from './mood';
import type { Remark } from './remark';
import type { Track } from './tracks';

export interface RecommendationRequest {
  vad?: [number, number, number];
  from?: [number, number];
  strategy?: Strategy;
  /** In how many songs a strategy that leads somewhere arrives, and how many of these were heard. */
  length?: number;
  done?: number;
  languages?: string[];
  artists?: string[];
  genres?: string[];
  /** Only tracks that came from there. */
  sources?: string[];
  limit?: number;
  exclude?: string[];
  /** For whom: what this listener banned does not appear. */
  listener?: string;
  /** What a radio goes on from, instead of a mood. */
  radio?: RadioSeed;
}

export type RadioSeed = { track: string } | { artist: string } | { group: number };

export interface Recommendations {
  target: Vad;
  strategy: Strategy;
  seed: number;
  tracks: Track[];
  playable: number;
  notes: string[];
  /** The same as codes, in the same order. */
  remarks?: Remark[];
}
