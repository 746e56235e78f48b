// What is learnt of a listener, as docs/api.md gives it.

import type { Remark } from './remark';

/** One term of the sum a track's place in the queue is given for. */
export interface ScoreTerm {
  term: string;
  value: number;
  /** Null where the term is too small for words. */
  why: Remark | null;
}

/** What a track was chosen for; it goes back to the server as it came. */
export interface ChosenFor {
  valence: number;
  arousal: number;
}

/** A liking from -1 to 1, with its standard deviation. */
export interface Liking {
  name: string;
  liking: number;
  sigma: number;
  lessons: number;
}

/** What is liked and not by each of these. */
export const tasteKinds = ['artist', 'genre', 'language'] as const;
export type TasteKind = (typeof tasteKinds)[number];

export interface TasteView {
  learns: boolean;
  lessons: number;
  /** What counts how much; the first three add up to 1. */
  weights: { mood: number; taste: number; novelty: number; fatigue: number };
  /** Where music leads, and how much of the way there it goes. */
  led: { pull: number; valence: number; arousal: number };
  /** How far from there a song may lie, in units of the plane. */
  width: number;
  artists: Liking[];
  genres: Liking[];
  languages: Liking[];
}

export const verdicts = ['like', 'unsure', 'dislike'] as const;
export type Verdict = (typeof verdicts)[number];

/** What somebody says of their taste to begin with. */
export interface TasteStart {
  artists: string[];
  languages: string[];
  verdicts: { trackId: string; verdict: Verdict }[];
}
