import type { MusicalKey, TrackFile, TrackSheet } from '../api/types/sheet';
import type { Text } from '../i18n/text.svelte';

export interface Figure {
  label: string;
  value: string;
  note?: string;
}

/** Less than this, and no beat is told. */
const clearBeat = 0.15;
/** Where sound is called dark below, and bright above, in hertz. */
const [dark, bright] = [1200, 2600];

const rounded = (text: Text, value: number, digits = 1) =>
  new Intl.NumberFormat(text.locale, { maximumFractionDigits: digits }).format(value).replace('-', '−');

/** `A minor`, in the notation of the language. */
export function keyName(text: Text, { tonic, major }: MusicalKey): string {
  const note = text.t('sheet.notes').split(' ')[tonic] ?? '';
  return text.t(major ? 'sheet.key.major' : 'sheet.key.minor', { note });
}

/** What was measured in a track, in the order of the glass. */
export function figuresOf(text: Text, { sound, loudness }: TrackSheet): Figure[] {
  const figures: Figure[] = [];
  const add = (label: string, value: string, note?: string) =>
    figures.push({ label, value, ...(note ? { note } : {}) });
  if (sound) {
    const { tempoBpm, tempoClarity, key, onsetsPerSecond, centroidHertz } = sound;
    const beat = tempoBpm !== null && tempoClarity >= clearBeat;
    add(text.t('sheet.tempo'), beat ? text.t('sheet.bpm', { n: Math.round(tempoBpm) }) : text.t('sheet.noBeat'));
    add(text.t('sheet.key'), key ? keyName(text, key) : text.t('sheet.noKey'));
    add(text.t('sheet.onsets'), text.t('sheet.perSecond', { n: rounded(text, onsetsPerSecond) }));
    const tone = centroidHertz < dark ? 'dark' : centroidHertz > bright ? 'bright' : 'middle';
    add(text.t('sheet.tone'), text.t(`sheet.tone.${tone}`), `${rounded(text, centroidHertz, 0)} Hz`);
  }
  if (loudness) {
    const { integratedLufs, rangeLu, truePeakDb, wholeFile } = loudness;
    const of = text.t(wholeFile ? 'sheet.wholeFile' : 'sheet.excerpts');
    add(text.t('sheet.loudness'), `${rounded(text, integratedLufs)} LUFS`, of);
    if (rangeLu !== null) add(text.t('sheet.range'), `${rounded(text, rangeLu)} LU`);
    if (truePeakDb !== null) add(text.t('sheet.peak'), `${rounded(text, truePeakDb)} dBTP`);
  }
  return figures;
}

/** What a file is made of. */
export function fileFacts(text: Text, file: TrackFile): string[] {
  const { codec, container, sampleRateHertz, channels, bitRate, bytes } = file;
  const megabytes = new Intl.NumberFormat(text.locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  return [
    [...new Set([codec, container])].filter(Boolean).join(', '),
    `${rounded(text, sampleRateHertz / 1000)} kHz`,
    channels < 3 ? text.t(channels === 1 ? 'sheet.mono' : 'sheet.stereo') : text.t('sheet.channels', { n: channels }),
    bitRate === null ? '' : `${rounded(text, bitRate / 1000, 0)} kbit/s`,
    megabytes.format(bytes / 1e6),
  ].filter(Boolean);
}
