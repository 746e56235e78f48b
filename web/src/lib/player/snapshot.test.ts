import { describe, expect, it } from 'vitest';
import { emptyQueue } from '../queue/playQueue';
import { track } from '../testing/tracks';
import { readSnapshot, type PlaybackSnapshot } from './snapshot';

const good: PlaybackSnapshot = {
  version: 1,
  queue: {
    items: [track('a', true, { reasons: ['close to this mood'] }), track('b', false), track('c')],
    currentId: 'c',
    picked: ['a'],
    kept: ['b'],
    removed: ['z'],
    heard: ['y', 'a'],
  },
  positionSeconds: 42.5,
  strategy: 'lift',
  radio: { seed: { track: 'a' }, name: 'A' },
  way: { from: { valence: -0.5, arousal: 0, dominance: 0 }, heard: 3, before: 1 },
};
const through = (value: unknown) => readSnapshot(JSON.parse(JSON.stringify(value)));
const withTrack = (more: object) => through({ ...good, queue: { ...good.queue, items: [{ ...track('x'), ...more }] } });

describe('readSnapshot', () => {
  it('ofWhatWasWritten_givesItBack', () => {
    expect(through(good)).toEqual(good);
  });

  it.each([
    null,
    7,
    'text',
    [],
    {},
    { version: 2, queue: emptyQueue },
    { version: 1 },
    { version: 1, queue: { items: 'a' } },
  ])('ofSomethingElse_%j_isNone', (value) => {
    expect(readSnapshot(value)).toBeNull();
  });

  it.each([
    { id: 7 },
    { title: null },
    { playable: 'yes' },
    { mood: null },
    { mood: { valence: 9, arousal: 0, dominance: 0 } },
    { durationSeconds: -1 },
    { links: null },
    { reasons: 'because' },
    { why: [{ code: 'reason.playsHere' }] },
    { terms: 'many' },
    { terms: [{ term: 'mood', value: 'much', why: null }] },
    { terms: [{ term: 'mood', value: 0.5, why: 'because' }] },
    { streamUrl: null },
    { streamUrl: 'https://elsewhere.example/a.mp3' },
    { streamUrl: '//elsewhere.example/a.mp3' },
    { artworkUrl: 'javascript:alert(1)' },
  ])('aTrackWith_%j_isLeftOut', (more) => {
    expect(withTrack(more)?.queue.items).toEqual([]);
  });

  it('nonsenseAround_isItsDefault', () => {
    const read = through({
      version: 1,
      queue: { items: [track('a'), track('a'), null], currentId: 'gone', picked: 'a', kept: [1, 'a', 'gone'] },
      positionSeconds: 'late',
      strategy: 'dance',
      radio: { seed: { mood: 1 }, name: 'x' },
      way: { heard: 'many', before: 0 },
    });
    expect(read).toEqual({
      version: 1,
      queue: { ...emptyQueue, items: [track('a')], kept: ['a'] },
      positionSeconds: 0,
      strategy: null,
      radio: null,
      way: null,
    });
  });

  it.each([{ track: 'a' }, { artist: 'Ana' }, { group: 2 }])('aRadioFrom_%j_isKept', (seed) => {
    expect(through({ ...good, radio: { seed, name: 'x' } })?.radio).toEqual({ seed, name: 'x' });
  });

  it('aWayFromNoMood_keepsItsCount', () => {
    const way = { from: { valence: 7, arousal: 0, dominance: 0 }, heard: 2, before: 0 };
    expect(through({ ...good, way })?.way).toEqual({ ...way, from: null });
  });

  it('aCurrentTrackThatDoesNotPlayHere_isNone', () => {
    expect(through({ ...good, queue: { ...good.queue, currentId: 'b' } })).toMatchObject({
      queue: { currentId: null },
      positionSeconds: 0,
    });
  });
});
