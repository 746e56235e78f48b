import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deckRig, playing, sad } from '../testing/deckRig';

describe('Controls', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('handOnTheDial_isTheMood_andAsksOnceItRests', async () => {
    const { api, deck } = await deckRig();
    const asked = api.asked.length;
    for (const valence of [0.1, 0.2, 0.3]) deck.controls.turnDial({ valence, arousal: 0.4 });
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked).toHaveLength(asked + 1);
    expect(api.asked.at(-1)?.vad).toEqual([0.3, 0.4, 0]);
    expect(deck.mood.mood).toMatchObject({ source: 'hand', label: 'happy' });
    expect(playing(deck)).toBe('a');
  });

  it('handOnTheDial_whileASongPlays_isToldFromWhenItCounts', async () => {
    const { deck, look } = await deckRig();
    await look(sad, 900);
    deck.controls.turnDial({ valence: 0.6, arousal: 0.4 });
    await vi.advanceTimersByTimeAsync(400);
    expect([deck.said.last, playing(deck)]).toEqual(['From the next song on.', 'a']);
  });

  it('handOnTheDial_whileTheCameraIsOn_holds', async () => {
    const { api, deck, look } = await deckRig();
    deck.camera.camera = 'on';
    await look(sad, 900);
    deck.controls.turnDial({ valence: 0.5, arousal: 0.5 });
    await vi.advanceTimersByTimeAsync(300);
    expect(deck.settings.strategy).toBe('hold');
    expect(api.asked.at(-1)).toMatchObject({ vad: [0.5, 0.5, 0], strategy: 'hold' });
    expect(deck.mood.mood?.label).toBe('sad');
  });

  it('filters_goIntoTheQuestion', async () => {
    const { api, deck } = await deckRig();
    deck.controls.filter('languages', ['es', 'pt']);
    deck.controls.filter('artists', ['Vela']);
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked.at(-1)).toMatchObject({ languages: ['es', 'pt'], artists: ['Vela'] });
    deck.controls.clearFilters();
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked.at(-1)).not.toHaveProperty('languages');
  });
});
