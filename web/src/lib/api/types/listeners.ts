// Who listens, and what is stored of them but their journal, as docs/api.md gives it; what is unknown is null.

import type { Emotion } from './mood';

export interface Listener {
  id: string;
  name: string;
  keepHistory: boolean;
}

/** What is stored of a face at rest; `inUse` is false where its numbers belong to another model. */
export interface StoredNeutral {
  at: string;
  readings: number;
  numbers: number;
  model: string;
  inUse: boolean;
}

export interface StoredCorrection {
  id: number;
  label: Emotion;
  said: Emotion;
  at: string;
  numbers: number;
  model: string;
  inUse: boolean;
}

export type TrackMark = 'like' | 'ban';

export interface MarkedTrack {
  trackId: string;
  title: string;
  artist: string | null;
  mark: TrackMark;
  at: string;
  inCatalogue: boolean;
}
