import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deckRig, playing, sad } from '../testing/deckRig';

describe('Deck', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('erasing_alsoGivesUpWhatWaitsToBeTold', async () => {
    const { api, deck } = await deckRig();
    await deck.history.keep(true);
    deck.controls.turnDial({ valence: 0.2, arousal: 0.1 });
    expect(await deck.eraseHistory('default')).toEqual({ readings: 120, plays: 8 });
    await vi.advanceTimersByTimeAsync(6000);
    expect(api.felts).toEqual([]);
  });

  it('anotherListener_getsTheirOwnChoice_withoutTheMoodAndEditsOfTheOneBefore', async () => {
    const { api, audio, deck, look } = await deckRig();
    api.household = [...api.household, { id: 'ana', name: 'Ana', keepHistory: true }];
    await deck.household.load();
    await look(sad, 900);
    deck.controls.turnDial({ valence: 0.5, arousal: 0.5 });
    deck.playback.keep('d', true);
    deck.controls.chooseStrategy('hold');
    await vi.advanceTimersByTimeAsync(300);
    deck.household.choose('ana');
    await vi.advanceTimersByTimeAsync(0);
    expect(deck.mood.mood).toBeNull();
    expect(deck.settings).toMatchObject({ hand: null, strategy: 'match' });
    expect(deck.playback.isKept('d')).toBe(false);
    expect(api.asked.at(-1)).toMatchObject({ listener: 'ana', strategy: 'match' });
    expect(api.asked.at(-1)).not.toHaveProperty('vad');
    expect(playing(deck)).toBe('a');
    audio.fire('ended');
    expect(api.plays).toEqual(['ana started b']);
  });
});
