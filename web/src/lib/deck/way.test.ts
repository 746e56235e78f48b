import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deckRig, glad, playing, sad } from '../testing/deckRig';
import { track } from '../testing/tracks';
import { Way } from './way.svelte';

const chosenFor = { valence: 0, arousal: 0, valenceSigma: 0.1, arousalSigma: 0.1, leans: true, goal: null };
const steps = ['a', 'b', 'd'].map((id) => track(id, true, { chosenFor }));
const at = (valence: number, arousal: number) => ({ valence, arousal, dominance: 0 });

describe('Way', () => {
  const rig = () => {
    const settings = { strategy: 'lift' as const, wayLength: 5 as const };
    return new Way(settings);
  };

  it('ask_afterTheFirst_staysWhereItBegan', () => {
    const way = rig();
    expect(way.ask(at(-0.5, 0))).toEqual({ start: at(-0.5, 0), length: 5, done: 0 });
    expect(way.ask(at(0.4, 0))).toMatchObject({ start: at(-0.5, 0) });
  });

  it('songs_heardOrOn_areBehind_andAnEarlySkipIsNot', () => {
    const way = rig();
    const done = () => way.ask(at(0, 0)).done;
    way.note('started', 0);
    expect(done()).toBe(1);
    way.note('finished', 1);
    way.note('started', 0);
    way.note('skipped', 0.1);
    expect(done()).toBe(1);
    way.note('started', 0);
    way.note('skipped', 0.8);
    expect(done()).toBe(2);
    for (let i = 0; i < 9; i++) {
      way.note('started', 0);
      way.note('finished', 1);
    }
    expect(done()).toBe(5);
  });

  it('whatAPersonPickedOrARadioBrought_isNoStep', () => {
    const way = rig();
    way.note('started', 0);
    way.note('finished', 1);
    way.note('started', 0, false);
    way.note('finished', 1);
    expect(way.done).toBe(1);
  });

  it('resume_goesOnFromWhereTheVisitBeforeLeftIt', () => {
    const [before, after] = [rig(), rig()];
    before.ask(at(-0.5, 0));
    before.note('started', 0);
    before.note('finished', 1);
    before.note('started', 0);
    after.resume(before.left);
    expect(after.ask(at(0.4, 0))).toEqual({ start: at(-0.5, 0), length: 5, done: 1 });
    after.note('started', 0.5);
    expect(after.done).toBe(2);
  });

  it('begin_whileASongPlays_doesNotCountIt', () => {
    const way = rig();
    way.note('started', 0);
    way.begin();
    way.note('finished', 1);
    expect(way.ask(at(0, 0))).toMatchObject({ length: 5, done: 0 });
  });

  it('meet_onTheWay_walksTheRestFromThere_andArrivesAsPlanned', () => {
    const way = rig();
    way.ask(at(-0.5, 0));
    way.note('started', 0);
    way.note('finished', 1);
    way.note('started', 0);
    way.meet(at(-0.1, 0.1));
    expect(way.ask(at(0.9, 0.9))).toEqual({ start: at(-0.1, 0.1), length: 3, done: 0 });
    expect([way.done, way.rest]).toEqual([2, { length: 3, done: 0 }]);
  });

  it('meet_atItsEnd_staysThere', () => {
    const way = rig();
    way.ask(at(-0.5, 0));
    for (let i = 0; i < 4; i++) {
      way.note('started', 0);
      way.note('finished', 1);
    }
    way.meet(at(0.6, 0.2));
    expect(way.ask(at(0, 0))).toEqual({ start: at(-0.5, 0), length: 5, done: 4 });
  });
});

describe('the way of a strategy', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('isAskedForOnlyWhereAStrategyLeads', async () => {
    const { api, deck } = await deckRig();
    deck.controls.turnDial({ valence: -0.4, arousal: 0.1 });
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked.at(-1)).not.toHaveProperty('length');
    deck.controls.chooseStrategy('calm');
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked.at(-1)).toMatchObject({ vad: [-0.4, 0.1, 0], from: [-0.4, 0.1], length: 20, done: 0 });
  });

  it('counts_andBeginsAnewWithAnotherLengthOrTarget', async () => {
    const { api, audio, deck } = await deckRig();
    api.tracks = steps;
    deck.controls.turnDial({ valence: -0.4, arousal: 0.1 });
    deck.controls.chooseStrategy('lift');
    await vi.advanceTimersByTimeAsync(300);
    deck.playback.play();
    audio.fire('ended');
    deck.controls.filter('languages', ['en']);
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked.at(-1)).toMatchObject({ length: 20, done: 2 });
    deck.controls.setLength(5);
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked.at(-1)).toMatchObject({ length: 5, done: 0 });
    deck.controls.turnDial({ valence: -0.6, arousal: 0 });
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked.at(-1)).toMatchObject({ from: [-0.6, 0], done: 0 });
    expect(playing(deck)).toBe('b');
  });

  it('aFaceThatMovedOn_isMetWhereItIs', async () => {
    const { api, deck, look } = await deckRig();
    api.tracks = steps;
    deck.settings.strategy = 'lift';
    await look(sad, 900);
    expect(api.asked.at(-1)).toMatchObject({ from: [-0.5, -0.3], length: 20, done: 0 });
    await look(glad, 6000);
    expect(api.asked.at(-1)).toMatchObject({ from: [0.6, 0.3], length: 19, done: 0 });
    expect(playing(deck)).toBe('a');
  });
});
