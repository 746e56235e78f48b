import { describe, expect, it } from 'vitest';
import { track } from '../testing/tracks';
import { feelingsFor, fitOf, rank, stretches } from './ranking';

const mood = (name: string) => ({ name, valence: 0, arousal: 0, dominance: 0, onRim: true });
const feelings = [
  { mood: mood('calm'), word: 'ruhig' },
  { mood: mood('happy'), word: 'fröhlich' },
  { mood: mood('triumphant'), word: 'triumphierend' },
];

describe('fitOf', () => {
  it('knowsHowWellATextAnswers', () => {
    const fits = ['Rain', 'Rain dance', 'Purple Rain', 'Train', 'Sun'].map((text) => fitOf(text, 'rain'));
    expect(fits).toEqual([0, 1, 2, 3, 4]);
  });

  it('ignoresCaseAndAccents', () => {
    expect(fitOf('Manhã de chuva', 'MANHA')).toBe(1);
    expect(fitOf(null, 'x')).toBe(4);
  });
});

describe('rank', () => {
  const named = (id: string, title: string, more = {}) => track(id, true, { title, artist: 'x', album: null, ...more });

  it('putsTitlesBeforeArtistsBeforeAlbums', () => {
    const tracks = [
      named('album', 'one', { album: 'Rain' }),
      named('artist', 'two', { artist: 'Rain' }),
      named('inside', 'Train'),
      named('title', 'Rain'),
    ];
    expect(rank(tracks, 'rain').map((t) => t.id)).toEqual(['title', 'artist', 'album', 'inside']);
  });

  it('ofEquals_whatPlaysHereComesFirst_andTheServersOrderStays', () => {
    const tracks = [track('a', false), track('b'), track('c', false), track('d')].map((t) => ({ ...t, title: 'Rain' }));
    expect(rank(tracks, 'rain').map((t) => t.id)).toEqual(['b', 'd', 'a', 'c']);
  });
});

describe('feelingsFor', () => {
  it('findsThemByTheWordOfThePage_andByTheEnglishOne', () => {
    expect(feelingsFor(feelings, 'fro').map((f) => f.mood.name)).toEqual(['happy']);
    expect(feelingsFor(feelings, 'calm').map((f) => f.mood.name)).toEqual(['calm']);
  });

  it('doesNotOfferOneForTheMiddleOfAWord', () => {
    expect(feelingsFor(feelings, 'ump')).toEqual([]);
    expect(feelingsFor(feelings, ' ')).toEqual([]);
  });
});

describe('stretches', () => {
  it('cutsAtEveryWordThatWasAskedFor', () => {
    expect(stretches('Purple Rain', 'rain pur')).toEqual([
      { text: 'Pur', hit: true },
      { text: 'ple ', hit: false },
      { text: 'Rain', hit: true },
    ]);
  });

  it('keepsAccentsAndMarkupAsTheyAre', () => {
    expect(stretches('São <b>', 'sao')).toEqual([
      { text: 'São', hit: true },
      { text: ' <b>', hit: false },
    ]);
    expect(stretches('São', 'ao').filter((s) => s.hit)).toEqual([{ text: 'ão', hit: true }]);
  });

  it('withoutAWord_isTheWholeText', () => {
    expect(stretches('Rain', '  ')).toEqual([{ text: 'Rain', hit: false }]);
  });
});
