import type { StoredCorrection, StoredNeutral } from '../api/types/listeners';
import { emotions, type Dominant } from '../api/types/mood';
import type { Text } from '../i18n/text.svelte';

const day = ({ locale }: Text, at: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(at));

/** What a face is said to show: small, hedged words, since it is a guess. */
export const shownWord = (text: Text, expression: Dominant): string => text.t(`face.shows.${expression}`);

/** What is stored of a face at rest, in a sentence. */
export function neutralText(text: Text, neutral: readonly StoredNeutral[]): string {
  const newest = neutral[0];
  if (!newest) return text.t('face.neutral.none');
  const used = neutral.find((n) => n.inUse);
  if (!used) return text.t('face.neutral.idle', { day: day(text, newest.at) });
  return text.t('face.neutral.used', { numbers: used.numbers, readings: used.readings, day: day(text, used.at) });
}

/** What corrections are stored, in a sentence. */
export function correctionsText(text: Text, corrections: readonly StoredCorrection[]): string {
  if (corrections.length === 0) return text.t('face.corrections.none');
  const counts = emotions
    .map((e) => [shownWord(text, e), corrections.filter((c) => c.label === e).length] as const)
    .filter(([, n]) => n > 0)
    .map(([word, n]) => text.t('face.corrections.count', { word, n }));
  const list = new Intl.ListFormat(text.locale, { style: 'narrow', type: 'unit' }).format(counts);
  const idle = corrections.filter((c) => !c.inUse).length;
  const said = text.t('face.corrections.some', { n: corrections.length, counts: list });
  return idle > 0 ? `${said} ${text.t('face.corrections.idle', { n: idle })}` : said;
}
