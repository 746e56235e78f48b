import type { Vad } from '../api/types/mood';
import type { Feeling } from '../api/types/sheet';
import { degreesApart } from '../dial/geometry';
import { neutralRadius } from '../mood/nearest';

export type Sureness = 'sure' | 'likely' | 'guess';

/** The normal density is summed from -3 to 3 standard deviations in these steps. */
const steps = Array.from({ length: 13 }, (_, i) => (i - 6) / 2);

/** Whether a mood would still be called by much the same word as another one. */
function isAlike(mood: Feeling, other: Feeling): boolean {
  if (Math.hypot(mood.valence, mood.arousal) < neutralRadius) return Math.hypot(other.valence, other.arousal) < 0.4;
  return degreesApart(mood, other) <= 45;
}

/**
 * How surely a mood is the one its word says: the probability that the true mood lies within 45 degrees of it (near the
 * centre: near the centre), where its errors are Gaussian and independent with these standard deviations.
 */
export function shareAlike(mood: Feeling, spread: Pick<Vad, 'valence' | 'arousal'>): number {
  let alike = 0;
  let all = 0;
  for (const x of steps)
    for (const y of steps) {
      const weight = Math.exp(-(x * x + y * y) / 2);
      all += weight;
      const other = { valence: mood.valence + x * spread.valence, arousal: mood.arousal + y * spread.arousal };
      if (isAlike(mood, other)) alike += weight;
    }
  return alike / all;
}

/** In three grades: right in three of four cases, in one of two, or less often. */
export function surenessOf(mood: Feeling, spread: Pick<Vad, 'valence' | 'arousal'>): Sureness {
  const share = shareAlike(mood, spread);
  return share >= 0.75 ? 'sure' : share >= 0.5 ? 'likely' : 'guess';
}
