// Moods and the words for them, as docs/api.md gives it; what is unknown is null.

/** The eight expressions in the order they have everywhere (FER+). */
export const emotions = [
  'neutral',
  'happiness',
  'surprise',
  'sadness',
  'anger',
  'disgust',
  'fear',
  'contempt',
] as const;

export type Emotion = (typeof emotions)[number];

/** What a face shows most; `unsure` where the model does not know. */
export type Dominant = Emotion | 'unsure';

export const strategies = ['match', 'lift', 'calm', 'energise', 'focus', 'hold'] as const;

export type Strategy = (typeof strategies)[number];

/** Valence, arousal and dominance, each in [-1, 1], 0 = neutral. */
export interface Vad {
  valence: number;
  arousal: number;
  dominance: number;
}

export interface NamedMood extends Vad {
  name: string;
  onRim: boolean;
}
