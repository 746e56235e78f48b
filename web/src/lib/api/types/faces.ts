// Faces and the mood of a picture, as docs/api.md gives it; what is unknown is null.

import type { Dominant, Emotion, Vad } from './mood';

/** A rectangle in pixels of the picture as displayed. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Face {
  box: Box;
  score: number;
  quality: number;
  emotions: Record<Emotion, number>;
  dominant: Dominant;
  confidence: number;
  vad: Vad;
}

export interface PictureMood extends Vad {
  label: string;
  confidence: number;
}

export interface AnalyzedImage {
  path: string | null;
  width: number;
  height: number;
  faces: Face[];
  mood: PictureMood | null;
  elapsedMs: number;
  error?: string;
}
