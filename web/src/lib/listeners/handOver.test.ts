import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Deck } from '../deck/deck.svelte';
import { english } from '../testing/english';
import { FakeApi } from '../testing/fakeApi';
import { track } from '../testing/tracks';

async function rig() {
  const api = new FakeApi();
  api.household = [...api.household, { id: 'ana', name: 'Ana', keepHistory: true }];
  const deck = new Deck(null, english(), api.asClient());
  await deck.start();
  return { api, deck };
}

describe('handOver', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('leavesNoTrailOfTheMoodBefore', async () => {
    const { deck } = await rig();
    deck.controls.turnDial({ valence: 0.5, arousal: 0.5 });
    for (let ms = 0; ms < 20_000; ms += 1000) deck.trail.tick(ms);
    expect(deck.trail.pieces).not.toEqual([]);
    deck.household.choose('ana');
    expect([deck.trail.pieces, deck.trail.beads]).toEqual([[], []]);
  });

  it('leavesNothingToTakeBack_andNoMenuOpen', async () => {
    const { deck } = await rig();
    const takeBack = vi.fn();
    deck.slip.offer('Gone.', takeBack);
    deck.acts.saving = { tracks: [track('a')], proposed: '' };
    deck.household.choose('ana');
    expect([deck.slip.says, deck.slip.canTakeBack, deck.acts.saving]).toEqual(['', false, null]);
    expect(deck.slip.takeBack()).toBe(false);
    expect(takeBack).not.toHaveBeenCalled();
  });

  it('looksAtTheLibraryFromItsBeginning', async () => {
    const { deck } = await rig();
    deck.library.albums.query = 'abba';
    deck.library.songs.here = true;
    deck.household.choose('ana');
    expect([deck.library.albums.query, deck.library.songs.here]).toEqual(['', false]);
  });

  it('aPhotoStillBeingRead_isNobodysMood', async () => {
    const { api, deck } = await rig();
    vi.stubGlobal('createImageBitmap', () => Promise.resolve(null));
    const mood = { valence: 0.5, arousal: 0, dominance: 0, sigma: { valence: 0.1, arousal: 0.1, dominance: 0.1 } };
    let answer: (analysis: object) => void = () => undefined;
    api.analyze = () => new Promise((resolve) => (answer = resolve));
    const showing = deck.eye.showPhoto(new File(['x'], 'x.png', { type: 'image/png' }));
    deck.household.choose('ana');
    answer({ faces: [{}], mood });
    await showing;
    await vi.advanceTimersByTimeAsync(6000);
    expect([deck.photo.photo, deck.mood.mood, api.felts]).toEqual([null, null, []]);
  });
});
