import { emotions, type StoredCorrection, type StoredNeutral } from '../api/types';
import { expressionWords } from '../mood/words';

const day = (at: string) => new Date(at).toLocaleDateString('en', { dateStyle: 'medium' });

/** What is stored of a face at rest, in a sentence. */
export function neutralText(neutral: readonly StoredNeutral[]): string {
  const newest = neutral[0];
  if (!newest) return 'How your face looks at rest is not known.';
  const used = neutral.find((n) => n.inUse);
  if (!used)
    return `Your face at rest of ${day(newest.at)}, learned with another model: it has no effect with this one.`;
  return `Your face at rest: ${used.numbers} numbers of ${used.readings} readings, ${day(used.at)}.`;
}

/** What corrections are stored, in a sentence. */
export function correctionsText(corrections: readonly StoredCorrection[]): string {
  if (corrections.length === 0) return 'No corrections.';
  const counts = emotions
    .map((e) => [expressionWords[e], corrections.filter((c) => c.label === e).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`);
  const idle = corrections.filter((c) => !c.inUse).length;
  const unused = idle > 0 ? ` ${idle} of another model ${idle === 1 ? 'has' : 'have'} no effect with this one.` : '';
  return `${corrections.length} ${corrections.length === 1 ? 'correction' : 'corrections'}: ${counts.join(', ')}.${unused}`;
}
