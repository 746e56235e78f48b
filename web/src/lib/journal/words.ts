import type { JournalPlay } from '../api/types/journal';
import type { Text } from '../i18n/text.svelte';
import { rimWords } from '../dial/rimWords';
import { nearestWord } from '../mood/nearest';
import type { PlanePoint } from '../dial/geometry';

const rim = rimWords.map(({ name, degrees }) => ({
  name,
  valence: Math.cos((degrees * Math.PI) / 180),
  arousal: Math.sin((degrees * Math.PI) / 180),
  dominance: 0,
  onRim: true,
}));

/** A mood's name in the language of the page. */
export const moodWord = (text: Text, name: string): string => text.find(`mood.${name}`) ?? name;

/** The word for a point of the plane. */
export const wordAt = (text: Text, point: PlanePoint): string => moodWord(text, nearestWord(point, rim));

/** Words that keep their own direction whatever stands around them (first strong isolate). */
export const apart = (words: string): string => `\u2068${words}\u2069`;

/** A figure that reads from the left also in Arabic, where its sign would stand behind it. */
export const fromLeft = (figure: string): string => `\u2066${figure}\u2069`;

/** A figure of the plane, with its sign: `+0.21`. */
export const signed = (text: Text, value: number): string =>
  fromLeft(
    new Intl.NumberFormat(text.locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: 'exceptZero',
    })
      .format(value)
      .replace('-', '−'),
  );

export const percent = (text: Text, share: number): string =>
  new Intl.NumberFormat(text.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Whether clocks count to twelve or to twenty-four where this browser is at home. */
const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
const hour = hourCycle === 'h11' || hourCycle === 'h12' ? 'numeric' : '2-digit';

/** A time of day in a zone. */
export const clockText = (text: Text, ms: number, zone: string): string =>
  new Intl.DateTimeFormat(text.locale, {
    timeZone: zone,
    hour,
    minute: '2-digit',
    ...(hourCycle ? { hourCycle } : {}),
  }).format(ms);

/** How long something took: `2 hr 40 min`. */
export function durationText(text: Text, ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const part = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(text.locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return [h > 0 ? part(h, 'hour') : '', m > 0 || h === 0 ? part(m, 'minute') : ''].filter(Boolean).join(' ');
}

/** A song in a sentence; its names keep their own direction. */
export function songText(text: Text, { title, artist }: Pick<JournalPlay, 'title' | 'artist'>): string {
  if (title === null) return text.t('journal.song.lost');
  return artist === null ? title : text.t('journal.song', { title: apart(title), artist: apart(artist) });
}
