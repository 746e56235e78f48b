// The library's own moods, as docs/api.md gives it; what is unknown is null.

import type { Vad } from './mood';

/** Tracks that lie together. */
export interface MoodGroup {
  number: number;
  /** A named mood. */
  mood: string;
  /** What sets it apart from a larger group of that mood. */
  quality: string | null;
  size: number;
  playable: number;
  centre: Vad;
  /** One standard deviation along each axis, and how they go together, -1 to 1. */
  spread: { valence: number; arousal: number; correlation: number };
}
