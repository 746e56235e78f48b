import type { Liking, TasteView } from '../api/types/taste';
import type { MessageKey } from '../i18n/text.svelte';

/** Where lines begin that show how music leads: on two rings, as many on the outer one as words stand around the dial. */
const starts = [
  [0.36, 6],
  [0.72, 12],
] as const;

/** Lines from moods to where music leads from there, as the path of a drawing on the plane; dots where it leads nowhere. */
export function ledLines({ pull, valence, arousal }: TasteView['led']): string {
  const lines = starts.flatMap(([radius, count]) =>
    Array.from({ length: count }, (_, i) => {
      const angle = (2 * Math.PI * i) / count;
      const [v, a] = [radius * Math.cos(angle), radius * Math.sin(angle)];
      const [dv, da] = [pull * (valence - v), pull * (arousal - a)];
      return `M${v.toFixed(3)} ${a.toFixed(3)}l${dv.toFixed(3)} ${da.toFixed(3)}`;
    }),
  );
  return lines.join('');
}

/** How far music leads, in words. */
export function ledWords(pull: number): MessageKey {
  if (pull < 0.08) return 'taste.led.none';
  if (pull < 0.35) return 'taste.led.little';
  return pull < 0.65 ? 'taste.led.half' : 'taste.led.far';
}

/** How sure a liking is: whether it would still be one, two standard deviations off, or one. */
export function sureWords({ liking, sigma }: Pick<Liking, 'liking' | 'sigma'>): MessageKey {
  const deviations = Math.abs(liking) / sigma;
  if (deviations >= 2) return 'taste.sure';
  return deviations >= 1 ? 'taste.likely' : 'taste.guess';
}

/** What counts, most first, by the names of the terms. */
export function countsMost({ mood, taste, novelty }: TasteView['weights']): MessageKey[] {
  const weights = { 'term.mood': mood, 'term.taste': taste, 'term.novelty': novelty };
  const byWeight = Object.entries(weights).sort(([, a], [, b]) => b - a);
  return byWeight.map(([name]) => name as MessageKey);
}

/** Likings from the greatest to the least, those that say most; as many as are asked for. */
export function tellingMost(likings: readonly Liking[], most: number): Liking[] {
  const weight = ({ liking, sigma }: Liking) => Math.abs(liking) / (0.1 + sigma);
  const telling = [...likings].sort((a, b) => weight(b) - weight(a)).slice(0, most);
  return telling.sort((a, b) => b.liking - a.liking);
}
