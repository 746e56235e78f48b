import { describe, expect, it } from 'vitest';
import type { TrackSheet } from '../api/types/sheet';
import de from '../i18n/messages/de.json';
import { Text, type Messages } from '../i18n/text.svelte';
import { english } from '../testing/english';
import { track } from '../testing/tracks';
import { fileFacts, figuresOf, keyName } from './figures';

const sheet: TrackSheet = {
  track: track('a'),
  spread: { valence: 0.3, arousal: 0.2, dominance: 0.5 },
  moodLabel: 'sad',
  moodFrom: 'listening',
  feeling: null,
  sound: {
    listenedSeconds: 60,
    tempoBpm: 92.1,
    tempoClarity: 0.6,
    key: { tonic: 9, major: false, clarity: 0.7 },
    onsetsPerSecond: 2.14,
    centroidHertz: 1150,
    loudnessSpreadDb: 5,
  },
  loudness: { integratedLufs: -14.23, rangeLu: 6.1, truePeakDb: null, wholeFile: true, curve: null },
  file: null,
  hasLyrics: false,
  spectrogramUrl: null,
};
const valuesOf = (of: TrackSheet) => Object.fromEntries(figuresOf(english(), of).map((f) => [f.label, f.value]));

describe('the figures of a sheet', () => {
  it('figures_areWhatWasMeasured_andNoMore', () => {
    expect(valuesOf(sheet)).toEqual({
      tempo: '92 bpm',
      key: 'A minor',
      'new notes': '2.1 a second',
      colour: 'dark',
      loudness: '−14.2 LUFS',
      range: '6.1 LU',
    });
    expect(valuesOf({ ...sheet, sound: null, loudness: null })).toEqual({});
  });

  it('tempo_thatIsNotClear_isNotTold', () => {
    const { sound } = sheet;
    if (!sound) throw new Error('There is a sound.');
    for (const unclear of [
      { ...sound, tempoBpm: null },
      { ...sound, tempoClarity: 0.1 },
    ])
      expect(valuesOf({ ...sheet, sound: unclear })['tempo']).toBe('no clear beat');
    expect(valuesOf({ ...sheet, sound: { ...sound, key: null } })['key']).toBe('no clear key');
  });

  it('keyName_isInTheNotationOfTheLanguage', () => {
    const german = new Text(de as unknown as Messages, 'de');
    expect([11, 10].map((tonic) => keyName(german, { tonic, major: false, clarity: 1 }))).toEqual(['H-Moll', 'B-Moll']);
    expect(keyName(english(), { tonic: 6, major: true, clarity: 1 })).toBe('F♯ major');
  });

  it('fileFacts_sayWhatIsKnown', () => {
    const file = {
      name: 'a.m4a',
      codec: 'alac',
      container: 'mp4',
      sampleRateHertz: 44_100,
      channels: 2,
      bitRate: null,
    };
    expect(fileFacts(english(), { ...file, bytes: 31_234_567, transcoded: true })).toEqual([
      'alac, mp4',
      '44.1 kHz',
      'stereo',
      '31.2 MB',
    ]);
  });
});
