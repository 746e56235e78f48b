import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveReading } from '../api/types/live';
import { Feeling } from '../sheet/feeling.svelte';
import { deckRig, glad, playing, sad } from '../testing/deckRig';
import { track } from '../testing/tracks';

const chosenFor = { valence: -0.5, arousal: -0.3, valenceSigma: 0.1, arousalSigma: 0.1, leans: true, goal: null };

/** A Deck that learns, of whose queue the first song plays. */
async function learning() {
  const rig = await deckRig();
  rig.api.learnt = { ...rig.api.learnt, learns: true };
  rig.api.tracks = ['a', 'b', 'c', 'd', 'e'].map((id) => track(id, true, { chosenFor }));
  rig.deck.openCollection('default');
  await rig.deck.steering.choose(true);
  const asked = rig.api.asked.length;
  /** How often a queue was chosen since, once everything had time to settle. */
  const chosen = async (ms = 1000) => {
    await vi.advanceTimersByTimeAsync(ms);
    return rig.api.asked.length - asked;
  };
  const ids = () => rig.deck.playback.queue.items.map((t) => t.id).join('');
  return { ...rig, chosen, ids };
}

describe('what is learnt changes what follows', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('skip_choosesTheRestAnew_andWhatPlaysPlaysOn', async () => {
    const { api, audio, deck, chosen, ids } = await learning();
    deck.playback.next();
    const src = audio.src;
    audio.currentTime = 12;
    api.tracks = ['x', 'y', 'b'].map((id) => track(id));
    expect(await chosen()).toBe(1);
    expect([playing(deck), ids(), audio.src, audio.currentTime]).toEqual(['b', 'abxy', src, 12]);
    expect(api.asked.at(-1)?.exclude).toEqual(['a', 'b']);
  });

  it('severalSkips_areOneChoice', async () => {
    const { deck, chosen } = await learning();
    for (let i = 0; i < 3; i++) deck.playback.next();
    expect(await chosen()).toBe(1);
    expect(playing(deck)).toBe('d');
  });

  it('likeBanAndFeltMood_eachChangeWhatFollows_neverWhatPlaysOrWasPickedOrKept', async () => {
    const { api, deck, chosen, ids } = await learning();
    deck.playback.pick(track('mine'), false);
    deck.playback.keep('d', true);
    api.tracks = ['x', 'y', 'z', 'w'].map((id) => track(id));
    await deck.acts.like(track('c'), true);
    expect([await chosen(), ids()]).toEqual([1, 'aminexydzw']);
    await deck.acts.ban(track('x'));
    expect(await chosen()).toBe(2);
    expect(ids()).not.toContain('x');
    const feel = { feel: () => Promise.resolve(null) };
    const feeling = new Feeling(feel, 'default', 'y', null, vi.fn(), () => deck.steering.learnt());
    feeling.place({ valence: 0.5, arousal: 0 });
    expect(await chosen(2000)).toBe(3);
    expect([playing(deck), ids().startsWith('amine'), ids().includes('d')]).toEqual(['a', true, true]);
  });

  it('takingBack_putsThingsAsTheyWere_andChoosesNothing', async () => {
    const { deck, chosen, ids } = await learning();
    await deck.acts.ban(track('b'));
    await chosen();
    expect(ids()).toBe('acde');
    deck.slip.takeBack();
    expect(await chosen()).toBe(1);
    expect(ids()).toBe('abcde');
  });

  it('handBusyInTheQueue_isWaitedFor', async () => {
    const { deck, chosen } = await learning();
    deck.steering.touch('pointer');
    deck.playback.next();
    expect(await chosen(3000)).toBe(0);
    expect(await chosen(2000)).toBe(1);
  });

  it('choiceOnItsWay_isNotBrokenOff', async () => {
    const { api, audio, deck, chosen } = await learning();
    for (let i = 0; i < 3; i++) deck.playback.next();
    let answer: () => void = () => undefined;
    const { recommend } = api;
    const signals: AbortSignal[] = [];
    api.recommend = async (request, signal?: AbortSignal) => {
      if (signal) signals.push(signal);
      await new Promise<void>((resolve) => (answer = resolve));
      return recommend(request);
    };
    api.tracks = ['x', 'y'].map((id) => track(id));
    deck.playback.next();
    audio.fire('ended');
    await chosen(3000);
    expect(signals.map((signal) => signal.aborted)).toEqual([false]);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(playing(deck)).toBe('x');
  });

  it('likeThatFailed_changesNothing', async () => {
    const { api, deck, chosen } = await learning();
    api.failure = new Error('no room');
    await deck.acts.like(track('c'), true);
    api.failure = null;
    expect(await chosen()).toBe(0);
  });

  it('stop_chosesNothing_sinceNothingFollows', async () => {
    const { deck, chosen } = await learning();
    deck.playback.stop();
    expect(await chosen()).toBe(0);
  });

  it('songHeardToItsEnd_teaches_andLeavesTheQueueAlone', async () => {
    const { api, audio, chosen } = await learning();
    audio.fire('ended');
    expect(await chosen()).toBe(0);
    expect(api.plays).toEqual(['default started a', 'default finished a', 'default started b']);
  });

  it('withoutLearning_aSkipTellsNothing_andChangesNothing', async () => {
    const { api, deck, chosen } = await learning();
    await deck.taste.learn(false);
    api.plays = [];
    deck.playback.next();
    expect([await chosen(), api.plays]).toEqual([0, []]);
  });
});

describe('plays', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('carryWhatTheyWereChosenFor_butNotWhenAPersonPickedThem', async () => {
    const { api, deck } = await learning();
    deck.playback.pick(track('mine', true, { chosenFor }), true);
    deck.playback.next();
    const of = (id: string) => api.reports.filter((r) => r.trackId === id).map((r) => r.chosenFor);
    expect(of('a')).toEqual([chosenFor, chosenFor]);
    expect(of('mine')).toEqual([undefined, undefined]);
  });

  const see = (deck: Awaited<ReturnType<typeof deckRig>>['deck'], estimate: typeof sad, judged = true) =>
    deck.camera['events'].onReading({
      type: 'reading',
      faces: [{ main: true, judged }],
      listener: 'default',
      estimate,
    } as unknown as LiveReading);

  it('carryTheMoods_whileACameraSees', async () => {
    const { api, deck } = await learning();
    see(deck, sad);
    deck.playback.next();
    see(deck, glad);
    deck.playback.next();
    expect(api.reports.filter((r) => r.trackId === 'b').at(-1)).toMatchObject({
      event: 'skipped',
      moodBefore: { valence: -0.5, arousal: -0.3 },
      moodAfter: { valence: 0.6, arousal: 0.3 },
    });
    // Nobody saw how the first one began.
    expect(api.reports.filter((r) => r.trackId === 'a').at(-1)).not.toHaveProperty('moodBefore');
  });

  it.each([
    ['the face could not be judged', (deck: Parameters<typeof see>[0]) => see(deck, glad, false)],
    ['the camera went off', (deck: Parameters<typeof see>[0]) => deck.camera['events'].onGone()],
    ['learning is off', (deck: Parameters<typeof see>[0]) => void (deck.taste.view = null)],
  ])('carryNoMoods_when %s', async (_, change) => {
    const { api, deck } = await learning();
    await deck.history.keep(true);
    see(deck, sad);
    deck.playback.next();
    change(deck);
    deck.playback.next();
    expect(api.reports.filter((r) => r.trackId === 'b').at(-1)).not.toHaveProperty('moodAfter');
  });
});
