import { describe, expect, it, vi } from 'vitest';
import { FakeApi } from '../testing/fakeApi';
import { FakeAudio } from '../testing/fakeAudio';
import { track } from '../testing/tracks';
import { Taste } from './taste.svelte';
import { Tasting } from './tasting.svelte';

function rig() {
  const api = new FakeApi();
  const onTaught = vi.fn();
  const who = { id: 'default' as string | null };
  const taste = new Taste(api.asClient(), () => who.id, String, onTaught);
  return { api, onTaught, who, taste };
}

describe('Taste', () => {
  it('load_ofSomebody_showsTheirs_andOfNobodyNothing', async () => {
    const { api, taste, who } = rig();
    api.learnt = { ...api.learnt, learns: true, lessons: 3 };
    await taste.load();
    expect([taste.learns, taste.view?.lessons]).toEqual([true, 3]);
    who.id = null;
    await taste.load();
    expect([taste.learns, taste.view]).toEqual([false, null]);
  });

  it('load_whileAnotherListens_isNotShownToThem', async () => {
    const { taste, who } = rig();
    const loading = taste.load();
    who.id = 'ana';
    await loading;
    expect(taste.view).toBeNull();
  });

  it('learn_switches_withoutAnotherQueue', async () => {
    const { taste, onTaught } = rig();
    await taste.learn(true);
    expect(taste.learns).toBe(true);
    expect(onTaught).not.toHaveBeenCalled();
  });

  it('forget_ofOneAndOfAll_changesWhatFollows', async () => {
    const { api, taste, onTaught } = rig();
    const queen = { name: 'Queen', liking: 0.6, sigma: 0.2, lessons: 5 };
    api.learnt = { ...api.learnt, lessons: 9, artists: [queen, { ...queen, name: 'Vela' }] };
    await taste.forget({ artist: 'Queen' });
    expect(taste.view?.artists.map(({ name }) => name)).toEqual(['Vela']);
    await taste.forget();
    expect([taste.view?.lessons, onTaught.mock.calls.length]).toEqual([0, 2]);
  });

  it('failure_isSaid_andNothingIsTaught', async () => {
    const { api, taste, onTaught } = rig();
    await taste.load();
    api.failure = new Error('no room');
    expect(await taste.forget()).toBe(false);
    expect([taste.problem, onTaught.mock.calls.length]).toEqual(['Error: no room', 0]);
  });
});

describe('Tasting', () => {
  function tastingRig() {
    const { api, taste, onTaught } = rig();
    const audio = new FakeAudio();
    const pause = vi.fn();
    const play = vi.fn();
    const playback = { isOn: false, state: 'empty', pause, play };
    pause.mockImplementation(() => {
      if (playback.isOn) Object.assign(playback, { isOn: false, state: 'paused' });
    });
    const deck = { api: api.asClient(), taste, settings: { volume: 0.4 }, playback };
    const tasting = new Tasting(deck as never, String, audio.asAudio());
    return { api, onTaught, audio, pause, play, playback, tasting };
  }

  it('listen_playsAMomentOfTheSong_andHushesTheRest', () => {
    vi.useFakeTimers();
    const { audio, pause, tasting } = tastingRig();
    tasting.listen(track('a'));
    expect([tasting.playing, audio.src, audio.paused, audio.volume]).toEqual([
      'a',
      '/api/v1/tracks/a/stream#t=54',
      false,
      0.4,
    ]);
    expect(pause).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(20_000);
    expect([tasting.playing, audio.paused]).toEqual([null, true]);
    vi.useRealTimers();
  });

  it('listen_again_stops_andAnotherTakesItsPlace', () => {
    const { audio, tasting } = tastingRig();
    tasting.listen(track('a'));
    tasting.listen(track('b'));
    expect(tasting.playing).toBe('b');
    tasting.listen(track('b'));
    expect([tasting.playing, audio.paused]).toEqual([null, true]);
  });

  it('stop_letsWhatWasOnGoOn_butNothingElse', () => {
    const { play, playback, tasting } = tastingRig();
    tasting.listen(track('a'));
    tasting.stop();
    expect(play).not.toHaveBeenCalled();
    Object.assign(playback, { isOn: true, state: 'playing' });
    tasting.listen(track('a'));
    tasting.listen(track('b'));
    expect(play).not.toHaveBeenCalled();
    tasting.stop();
    tasting.stop();
    expect(play).toHaveBeenCalledOnce();
  });

  it('tell_sendsVerdictsAndFavourites_once', async () => {
    const { api, onTaught, tasting } = tastingRig();
    await tasting.begin('default', { artists: [], languages: [] });
    expect(tasting.tracks?.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
    tasting.verdicts.set('a', 'like').set('b', 'dislike');
    await tasting.tell({ artists: ['Queen'], languages: ['en'] });
    expect(api.starts).toEqual([
      {
        artists: ['Queen'],
        languages: ['en'],
        verdicts: [
          { trackId: 'a', verdict: 'like' },
          { trackId: 'b', verdict: 'dislike' },
        ],
      },
    ]);
    expect([tasting.told, onTaught.mock.calls.length]).toEqual([true, 1]);
  });

  it('tell_thatFails_keepsWhatWasSaid', async () => {
    const { api, tasting } = tastingRig();
    await tasting.begin('default', { artists: [], languages: [] });
    tasting.verdicts.set('a', 'like');
    api.failure = new Error('gone');
    await tasting.tell({ artists: [], languages: [] });
    expect([tasting.told, tasting.problem, tasting.verdicts.size]).toEqual([false, 'Error: gone', 1]);
  });
});
