import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, ServerGone } from '../api/problem';
import { deckRig, playing } from '../testing/deckRig';
import { english } from '../testing/english';
import { FakeApi } from '../testing/fakeApi';
import { Deck } from './deck.svelte';
import { statusText } from './statusText';

describe('Stock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('start_showsAQueueButMakesNoSound', async () => {
    const { deck, audio } = await deckRig();
    expect(deck.playback.queue.items).toHaveLength(4);
    expect(playing(deck)).toBeNull();
    expect(audio.paused).toBe(true);
  });

  it('serverGone_isSaid_andWhatPlayedGoesOnWhenItIsBack', async () => {
    const { api, audio, deck } = await deckRig();
    deck.playback.play();
    audio.currentTime = 42;
    audio.fire('timeupdate');
    api.failure = new ServerGone();
    audio.fire('error');
    await vi.advanceTimersByTimeAsync(0);
    expect(statusText(deck)).toMatch(/server does not answer/);
    expect(playing(deck)).toBe('a');
    api.failure = null;
    await vi.advanceTimersByTimeAsync(3000);
    expect(deck.link.gone).toBe(false);
    expect(audio.currentTime).toBe(42);
    expect(audio.paused).toBe(false);
  });

  it('moodChosenWhileTheServerWasGone_isAskedForAgain', async () => {
    const { api, deck } = await deckRig();
    api.failure = new ServerGone();
    deck.controls.turnDial({ valence: 0.3, arousal: 0.4 });
    await vi.advanceTimersByTimeAsync(300);
    api.failure = null;
    const asked = api.asked.length;
    await vi.advanceTimersByTimeAsync(3000);
    expect(api.asked.slice(asked).map((a) => a.vad)).toEqual([[0.3, 0.4, 0]]);
    expect(statusText(deck)).toBe('The server is back.');
  });

  it.each([
    ['gone', new ServerGone()],
    ['notReady', new ApiProblem(503, 'urn:mooddeck:problem:busy', 'MoodDeck is busy.')],
  ])('server_%sAtTheStart_beginsAsEverOnceItIsThere', async (_, failure) => {
    const api = new FakeApi();
    api.failure = failure;
    api.playableInAll = 0;
    const deck = new Deck(null, english(), api.asClient());
    await deck.start();
    expect(deck.playback.queue.items).toEqual([]);
    expect(deck.guide.isOpen).toBe(false);
    api.failure = null;
    await vi.advanceTimersByTimeAsync(16_000);
    expect(deck.playback.queue.items).toHaveLength(4);
    expect(deck.guide.isOpen).toBe(true);
    const asked = api.asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.asked).toHaveLength(asked);
  });

  it('demoLibrary_isOfferedOnlyWhereNothingPlays', async () => {
    const { deck } = await deckRig();
    expect(deck.stock.offersDemo).toBe(false);
    const api = new FakeApi();
    api.playableInAll = 0;
    const bare = new Deck(null, english(), api.asClient());
    await bare.start();
    expect(bare.stock.offersDemo).toBe(true);
  });
});
