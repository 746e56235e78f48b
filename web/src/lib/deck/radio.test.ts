import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/problem';
import { deckRig, glad, playing } from '../testing/deckRig';
import { track } from '../testing/tracks';

const group = { seed: { group: 2 }, name: 'calm' };

describe('a radio', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('fromATrack_playsItThenWhatIsLikeIt', async () => {
    const { api, deck } = await deckRig();
    const seed = track('seed');
    await deck.controls.tune({ seed: { track: 'seed' }, name: seed.title }, seed);
    expect(playing(deck)).toBe('seed');
    expect(api.asked.at(-1)).toMatchObject({ radio: { track: 'seed' } });
    expect(api.asked.at(-1)).not.toHaveProperty('vad');
    expect(deck.playback.hasNext).toBe(true);
  });

  it('fromAGroup_beginsWithWhatIsChosenAlsoWhileSomethingPlays', async () => {
    const { api, deck } = await deckRig();
    deck.playback.play();
    api.tracks = [track('web', false), track('first')];
    await deck.controls.tune(group);
    expect(playing(deck)).toBe('first');
  });

  it('endOfTheQueue_goesOnWithTheSeedAndWithoutWhatWasHeard', async () => {
    const { api, audio, deck } = await deckRig();
    api.tracks = [track('one')];
    await deck.controls.tune(group);
    api.tracks = [track('two')];
    audio.fire('ended');
    await vi.advanceTimersByTimeAsync(0);
    expect(api.asked.at(-1)).toMatchObject({ radio: { group: 2 } });
    expect(playing(deck)).toBe('two');
  });

  it('withFewSongs_goesOnWithThoseNotHeardJustNow', async () => {
    const { api, audio, deck } = await deckRig();
    const ids = Array.from({ length: 12 }, (_, i) => `s${i}`);
    api.tracks = ids.map((id) => track(id));
    await deck.controls.tune(group);
    const heard: (string | null)[] = [];
    for (let i = 0; i < 30; i++) {
      heard.push(playing(deck));
      audio.fire('ended');
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(deck.playback.isOn).toBe(true);
    expect(heard.some((id, i) => heard.slice(Math.max(0, i - 8), i).includes(id))).toBe(false);
  });

  it('notAgreedTo_leavesTheOneBefore', async () => {
    const { api, deck } = await deckRig();
    await deck.controls.tune(group);
    api.failure = new ApiProblem(404, 'urn:mooddeck:problem:unknown-track', 'no such track');
    await deck.controls.tune({ seed: { track: 'gone' }, name: 'gone' });
    expect(deck.choosing.radio).toEqual(group);
    deck.choosing.radio = null;
    await deck.controls.tune({ seed: { track: 'gone' }, name: 'gone' });
    expect(deck.choosing.radio).toBeNull();
  });

  it('refusedLater_ends_butNotWithoutAServer', async () => {
    const { api, deck } = await deckRig();
    await deck.controls.tune(group);
    api.failure = new Error('no answer');
    await deck.steering.choose(false);
    expect(deck.choosing.radio).toEqual(group);
    api.failure = new ApiProblem(400, 'urn:mooddeck:problem:bad-option', 'no such group');
    await deck.steering.choose(false);
    expect(deck.choosing.radio).toBeNull();
  });

  it('refusedAsTheQueueRunsOut_endsAndTheMusicGoesOn', async () => {
    const { api, audio, deck } = await deckRig();
    api.tracks = [track('one')];
    await deck.controls.tune({ seed: { track: 'gone' }, name: 'gone' });
    api.tracks = [track('two')];
    api.failure = new ApiProblem(404, 'urn:mooddeck:problem:unknown-track', 'no such track');
    const { recommend } = api;
    api.recommend = (request) => {
      if (!request.radio) api.failure = null;
      return recommend(request);
    };
    audio.fire('ended');
    await vi.advanceTimersByTimeAsync(0);
    expect(deck.choosing.radio).toBeNull();
    expect(playing(deck)).toBe('two');
  });

  it('withFewerSongsThanRest_goesRoundAndRound', async () => {
    const { api, audio, deck } = await deckRig();
    api.tracks = ['a', 'b', 'c'].map((id) => track(id));
    await deck.controls.tune(group);
    for (let i = 0; i < 8; i++) {
      audio.fire('ended');
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(deck.playback.isOn).toBe(true);
  });

  it('ofAnEarlierVisit_isOnAgain', async () => {
    const { api, deck } = await deckRig();
    deck.choosing.resume({ strategy: 'match', radio: group, way: null });
    await deck.steering.choose(false);
    expect(api.asked.at(-1)).toMatchObject({ radio: { group: 2 } });
  });

  it('aFaceThatChanges_leavesItAlone', async () => {
    const { api, deck, look } = await deckRig();
    await deck.controls.tune(group);
    const asked = api.asked.length;
    await look(glad, 30_000);
    expect(api.asked.length).toBe(asked);
    expect(deck.choosing.radio).toEqual(group);
  });

  it.each([
    ['the dial', 'turnDial', { valence: 0.5, arousal: 0.2 }],
    ['a strategy', 'chooseStrategy', 'lift'],
    ['its key', 'endRadio', undefined],
  ] as const)('aHandOn %s endsIt', async (_, act, value) => {
    const { api, deck } = await deckRig();
    await deck.controls.tune(group);
    (deck.controls[act] as (value: unknown) => void)(value);
    expect(deck.choosing.radio).toBeNull();
    await vi.advanceTimersByTimeAsync(1000);
    expect(api.asked.at(-1)).not.toHaveProperty('radio');
  });

  it('filters_doNotNarrowItAndEndIt', async () => {
    const { api, deck } = await deckRig();
    deck.controls.filter('languages', ['es']);
    await vi.advanceTimersByTimeAsync(1000);
    await deck.controls.tune(group);
    expect(api.asked.at(-1)).not.toHaveProperty('languages');
    deck.controls.filter('languages', ['fr']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(api.asked.at(-1)).toMatchObject({ languages: ['fr'] });
    expect(deck.choosing.radio).toBeNull();
  });
});
