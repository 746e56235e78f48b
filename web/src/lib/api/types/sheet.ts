// What is known of one track, as docs/api.md gives it; what is unknown is null.

import type { Vad } from './mood';
import type { Track } from './tracks';

/** A place on the plane of moods, both in [-1, 1]. */
export type Feeling = Pick<Vad, 'valence' | 'arousal'>;

export interface MusicalKey {
  /** 0 is C, 11 is B. */
  tonic: number;
  major: boolean;
  clarity: number;
}

/** Loudness over time, one value a step; what is silent is very low. */
export interface LoudnessCurve {
  stepSeconds: number;
  lufs: number[];
}

export interface TrackLoudness {
  integratedLufs: number;
  rangeLu: number | null;
  truePeakDb: number | null;
  /** False where only excerpts were measured so far. */
  wholeFile: boolean;
  curve: LoudnessCurve | null;
}

export interface TrackFile {
  name: string;
  codec: string;
  container: string | null;
  sampleRateHertz: number;
  channels: number;
  /** Bits a second. */
  bitRate: number | null;
  bytes: number;
  /** No browser plays it as it is. */
  transcoded: boolean;
}

export interface TrackSound {
  listenedSeconds: number;
  tempoBpm: number | null;
  /** 0 to 1. */
  tempoClarity: number;
  key: MusicalKey | null;
  onsetsPerSecond: number;
  centroidHertz: number;
  loudnessSpreadDb: number;
}

export interface TrackSheet {
  track: Track;
  /** One standard deviation of its mood. */
  spread: Vad;
  moodLabel: string;
  /** What told its mood. */
  moodFrom: 'listening' | 'tags' | 'table' | 'unknown';
  /** Where this listener said it belongs. */
  feeling: Feeling | null;
  sound: TrackSound | null;
  loudness: TrackLoudness | null;
  file: TrackFile | null;
  hasLyrics: boolean;
  spectrogramUrl: string | null;
}

export interface LyricsLine {
  atSeconds: number | null;
  text: string;
}

export interface Lyrics {
  /** Whether the lines say when they are sung. */
  timed: boolean;
  language: string | null;
  lines: LyricsLine[];
}
