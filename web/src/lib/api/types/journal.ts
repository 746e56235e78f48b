// What is told to the journal, and what it gives back, as docs/api.md gives it; what is unknown is null.

import type { PlayEvent } from './tracks';

/** What a mood was read from. */
export type MoodSource = 'camera' | 'photo' | 'hand';

/** One reading of the mood; stored only while the listener keeps a history. */
export interface MoodReport {
  valence: number;
  arousal: number;
  dominance?: number | null;
  /** One standard deviation, 0 to 2. */
  sigmaValence: number;
  sigmaArousal: number;
  source: MoodSource;
  /** ISO 8601; the server's clock when left out. */
  at?: string;
}

/** Which time of a journal is meant; a day as `to` is meant with all of it. */
export interface JournalRange {
  from?: string;
  to?: string;
  /** IANA name, such as `Europe/Berlin`; UTC when left out. */
  zone?: string;
}

/** The mean of the readings of one step; a gap has none. */
export interface JournalReading {
  at: string;
  valence: number;
  arousal: number;
  sigmaValence: number;
  sigmaArousal: number;
  source: MoodSource;
}

export interface JournalPlay {
  trackId: string;
  title: string | null;
  artist: string | null;
  startedAt: string;
  /** Null while it may still play. */
  endedAt: string | null;
  /** `started` where nobody told how it ended. */
  event: PlayEvent;
}

export interface JournalDay {
  date: string;
  label: string | null;
  /** At most 60 points of valence and arousal. */
  path: [number, number][];
  readings: number;
}

/** The quarter hour after a song began against the one before. It came first; that is no proof. */
export interface MovedTrack {
  trackId: string;
  title: string | null;
  artist: string | null;
  plays: number;
  valenceChange: number;
  arousalChange: number;
  /** Of how many plays both quarter hours have readings. */
  n: number;
  valenceRose: number;
  valenceFell: number;
  arousalRose: number;
  arousalFell: number;
  towards: string | null;
}

/** A change in a week, with its interval of 95 %. */
export interface Slope {
  perWeek: number;
  low: number;
  high: number;
}

export interface Journal {
  /** False: the listener keeps no history, and all else is empty. */
  on: boolean;
  from: string;
  to: string;
  zone: string;
  /** Over which steps readings are averaged. */
  stepSeconds: number;
  /** The oldest thing kept, also while the history is off. */
  keptSince: string | null;
  readings: JournalReading[];
  plays: JournalPlay[];
  days: JournalDay[];
  moved: MovedTrack[];
  /** Shares of the minutes with a reading, by mood; empty without readings. */
  distribution: Record<string, number>;
  trend: { days: number; valence: Slope; arousal: Slope } | null;
}

export interface ErasedHistory {
  readings: number;
  plays: number;
}
