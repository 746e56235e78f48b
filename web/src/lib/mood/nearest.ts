import type { NamedMood } from '../api/types/mood';
import { degreesApart, type PlanePoint } from '../dial/geometry';

/** Nearer to the centre than this the word is `neutral`, as on the server. */
export const neutralRadius = 0.15;

/** The rim word a point is called by: the one at the nearest angle, or `neutral` near the centre. */
export function nearestWord(point: PlanePoint, moods: readonly NamedMood[]): string {
  if (Math.hypot(point.valence, point.arousal) < neutralRadius) return 'neutral';
  let best = 'neutral';
  let smallest = Number.POSITIVE_INFINITY;
  for (const mood of moods) {
    if (!mood.onRim) continue;
    const apart = degreesApart(point, mood);
    if (apart < smallest) [smallest, best] = [apart, mood.name];
  }
  return best;
}
