// What the live socket says and hears, as docs/api.md gives it; what is unknown is null.

import type { Face } from './faces';
import type { Dominant, Emotion, Vad } from './mood';

/** A face as the live socket follows it: what this frame shows, and what holds for longer. */
export interface LiveFace extends Face {
  /** The same from frame to frame. */
  id: number;
  main: boolean;
  /** The steady expression; `dominant` is that of this frame alone. */
  label: Dominant;
  /** Whether it could be judged in this frame. */
  judged: boolean;
  /** What would help to read it, such as `come closer`. */
  advice: string | null;
  why: string | null;
}

/** How learning a face at rest goes on. */
export interface RestProgress {
  state: 'watching' | 'stored' | 'failed';
  seconds: number;
  of: number;
  readings: number;
  detail: string | null;
  /** Why it failed, as `server.<code>`. */
  code?: string | null;
}

/** The mood over time; `sigma` is one standard deviation per axis, confidence in [0, 1]. */
export interface Estimate extends Vad {
  sigma: Vad;
  label: string;
  confidence: number;
}

export interface LiveReading {
  type: 'reading';
  frame: number;
  dropped: number;
  width: number;
  height: number;
  faces: LiveFace[];
  estimate: Estimate | null;
  listener: string | null;
  room: boolean;
  neutral: RestProgress | null;
  elapsedMs: number;
}

/** A correction was stored and counts from now on. */
export interface LiveLearned {
  type: 'learned';
  frame: number;
  id: number;
  label: Emotion;
}

export interface LiveProblem {
  type: 'problem';
  frame: number;
  detail: string;
  /** The same as `server.<code>`. */
  code?: string;
}

export type LiveMessage = LiveReading | LiveProblem | LiveLearned;

/** What the page may say over the live socket. */
export type LiveText =
  | { type: 'reset' }
  | { type: 'room'; on: boolean }
  | { type: 'listener'; id: string | null }
  | { type: 'neutral' }
  | { type: 'hold'; on: boolean }
  | { type: 'correct'; label: Emotion };
