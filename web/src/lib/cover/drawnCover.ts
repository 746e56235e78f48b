import type { Vad } from '../api/types/mood';
import { motifs, type Shape } from './motifs';
import { inksAt } from './palette';
import { seeded } from './seeded';

/** A cover in numbers: a sky and what is printed on it, in a square of 100. */
export interface DrawnCover {
  /** The sky from top to bottom. */
  sky: { high: string; low: string };
  shapes: Shape[];
  /** What a title on it is printed in. */
  title: string;
}

/**
 * Draws a cover for what has none, always the same one: the name decides the picture, the mood its colours and which
 * pictures are likely. What has no mood of its own gets the place its name falls on.
 */
export function drawCover(name: string, mood: Pick<Vad, 'valence' | 'arousal'> | null): DrawnCover {
  const random = seeded(name);
  const place = mood ?? { valence: 1.6 * random() - 0.8, arousal: 1.6 * random() - 0.8 };
  const inks = inksAt(place, random());
  const energy = Math.min(1, Math.max(0, (place.arousal + 1) / 2));
  // A motif is taken by lot; those of another mood have to come from further away.
  const lots = motifs.map(([valence, arousal, draw]) => ({
    draw,
    lot: random() * 2 + Math.hypot(valence - place.valence, arousal - place.arousal),
  }));
  const drawn = lots.reduce((best, next) => (next.lot < best.lot ? next : best));
  return {
    sky: { high: inks.high, low: inks.low },
    shapes: drawn.draw({ inks, random, energy }),
    title: inks.near,
  };
}
