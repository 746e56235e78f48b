import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deckRig, playing } from '../testing/deckRig';
import { track } from '../testing/tracks';
import { statusText } from './statusText';

describe('Endings', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('endOfATrack_goesOnToTheNextThatPlaysHere', async () => {
    const { audio, deck } = await deckRig();
    deck.playback.play();
    audio.fire('ended');
    expect(playing(deck)).toBe('b');
    audio.fire('ended');
    expect(playing(deck)).toBe('d');
  });

  it('endOfTheQueue_asksForMoreWithoutWhatWasHeard', async () => {
    const { api, audio, deck } = await deckRig();
    deck.playback.play();
    for (let i = 0; i < 2; i++) audio.fire('ended');
    api.tracks = [...api.tracks, track('e')];
    audio.fire('ended');
    await vi.advanceTimersByTimeAsync(0);
    expect(api.asked.at(-1)?.exclude).toEqual(['a', 'b', 'd']);
    expect(playing(deck)).toBe('e');
  });

  it('nothingThatFitsPlaysHereAnyMore_theNearestThatDoGoOn', async () => {
    const { api, audio, deck } = await deckRig();
    deck.playback.play();
    api.tracks = [track('web', false), track('next')];
    // Of all that fits, the server names only what opens on the web.
    const ask = api.recommend;
    api.recommend = async (request) => {
      const answer = await ask(request);
      return request.sources ? answer : { ...answer, tracks: answer.tracks.filter((t) => !t.playable) };
    };
    for (let i = 0; i < 3; i++) audio.fire('ended');
    await vi.advanceTimersByTimeAsync(0);
    expect(api.asked.at(-1)?.sources).toEqual(['library', 'demo']);
    expect([playing(deck), audio.paused]).toEqual(['next', false]);
  });

  it('endOfEverything_saysSo', async () => {
    const { api, audio, deck } = await deckRig();
    deck.playback.play();
    api.tracks = [track('c', false)];
    for (let i = 0; i < 3; i++) audio.fire('ended');
    await vi.advanceTimersByTimeAsync(0);
    expect(statusText(deck)).toMatch(/nothing more that plays here/);
  });

  it('brokenTracks_arePassedOver_butNotForEver', async () => {
    const { audio, deck } = await deckRig();
    deck.playback.play();
    audio.fire('error');
    await vi.advanceTimersByTimeAsync(0);
    expect(playing(deck)).toBe('b');
    for (let i = 0; i < 5; i++) {
      audio.fire('error');
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(playing(deck)).toBe('d');
  });

  it('plays_arePostedOnlyWhileHistoryIsKept', async () => {
    const { api, audio, deck } = await deckRig();
    deck.playback.play();
    expect(api.plays).toEqual([]);
    await deck.history.keep(true);
    audio.fire('ended');
    deck.playback.next();
    expect(api.plays).toEqual(['default finished a', 'default started b', 'default skipped b', 'default started d']);
  });
});
