import { english } from '../testing/english';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, ServerGone } from '../api/problem';
import type { Estimate, LiveReading } from '../api/types/live';
import type { Training } from '../api/types/trainings';
import { FakeApi } from '../testing/fakeApi';
import { FakeAudio } from '../testing/fakeAudio';
import { track } from '../testing/tracks';
import { Deck } from './deck.svelte';
import { statusText } from './statusText';

const sad: Estimate = {
  valence: -0.5,
  arousal: -0.3,
  dominance: 0,
  sigma: { valence: 0.1, arousal: 0.1, dominance: 0.1 },
  label: 'sad',
  confidence: 0.8,
};
const glad: Estimate = { ...sad, valence: 0.6, arousal: 0.3, label: 'happy' };

async function rig() {
  const api = new FakeApi();
  const audio = new FakeAudio();
  const deck = new Deck(null, english(), api.asClient(), () => Date.now());
  deck.playback.attach(audio.asAudio(), 1);
  await deck.start();
  const look = async (estimate: Estimate, ms: number) => {
    const reading = { type: 'reading', faces: [], estimate } as unknown as LiveReading;
    for (let i = 0; i < ms; i += 100) {
      deck.camera['events'].onReading(reading);
      await vi.advanceTimersByTimeAsync(100);
    }
  };
  return { api, audio, deck, look };
}

const playing = (deck: Deck) => deck.playback.current?.id ?? null;

describe('Deck', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('start_showsAQueueButMakesNoSound', async () => {
    const { deck, audio } = await rig();
    expect(deck.playback.queue.items).toHaveLength(4);
    expect(playing(deck)).toBeNull();
    expect(audio.paused).toBe(true);
  });

  it('firstFace_withinASecond_choosesForItAndPlays', async () => {
    const { api, deck, look } = await rig();
    await look(sad, 900);
    expect(api.asked.at(-1)).toMatchObject({ vad: [-0.5, -0.3, 0], strategy: 'match' });
    expect(playing(deck)).toBe('a');
  });

  it('changedFace_movesTheQueueButNotWhatPlays', async () => {
    const { api, deck, look } = await rig();
    await look(sad, 900);
    api.tracks = [track('x'), track('y')];
    await look(glad, 8000);
    expect(api.asked.at(-1)?.vad).toEqual([0.6, 0.3, 0]);
    expect(deck.playback.queue.items.map((t) => t.id)).toEqual(['a', 'x', 'y']);
    expect(playing(deck)).toBe('a');
  });

  it('aHandAsksForAnotherMoodWhileASongPlays_isToldWhenItCounts', async () => {
    const { deck, look } = await rig();
    await look(sad, 900);
    deck.turnDial({ valence: 0.6, arousal: 0.4 });
    await vi.advanceTimersByTimeAsync(400);
    expect([deck.event, playing(deck)]).toEqual(['From the next song on.', 'a']);
  });

  it('changedFace_whileHolding_leavesTheQueue', async () => {
    const { api, deck, look } = await rig();
    await look(sad, 900);
    deck.chooseStrategy('hold');
    await vi.advanceTimersByTimeAsync(300);
    const asked = api.asked.length;
    await look(glad, 20_000);
    expect(api.asked).toHaveLength(asked);
    expect(api.asked.at(-1)).toMatchObject({ vad: [-0.5, -0.3, 0], strategy: 'hold' });
    expect(deck.mood.mood?.label).toBe('happy');
  });

  it('changedFace_underABusyHand_waitsUntilItRests', async () => {
    const { api, deck, look } = await rig();
    await look(sad, 900);
    const asked = api.asked.length;
    for (let i = 0; i < 10; i++) {
      deck.touchQueue('pointer');
      await look(glad, 1000);
    }
    expect(api.asked).toHaveLength(asked);
    await look(glad, 5000);
    expect(api.asked).toHaveLength(asked + 1);
  });

  it('handOnTheDial_isTheMood_andAsksOnceItRests', async () => {
    const { api, deck } = await rig();
    const asked = api.asked.length;
    for (const valence of [0.1, 0.2, 0.3]) deck.turnDial({ valence, arousal: 0.4 });
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked).toHaveLength(asked + 1);
    expect(api.asked.at(-1)?.vad).toEqual([0.3, 0.4, 0]);
    expect(deck.mood.mood).toMatchObject({ source: 'hand', label: 'happy' });
    expect(playing(deck)).toBe('a');
  });

  it('handOnTheDial_whileTheCameraIsOn_holds', async () => {
    const { api, deck, look } = await rig();
    deck.camera.camera = 'on';
    await look(sad, 900);
    deck.turnDial({ valence: 0.5, arousal: 0.5 });
    await vi.advanceTimersByTimeAsync(300);
    expect(deck.settings.strategy).toBe('hold');
    expect(api.asked.at(-1)).toMatchObject({ vad: [0.5, 0.5, 0], strategy: 'hold' });
    expect(deck.mood.mood?.label).toBe('sad');
  });

  it('filters_goIntoTheQuestion', async () => {
    const { api, deck } = await rig();
    deck.filter('languages', ['es', 'pt']);
    deck.filter('artists', ['Vela']);
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked.at(-1)).toMatchObject({ languages: ['es', 'pt'], artists: ['Vela'] });
    deck.clearFilters();
    await vi.advanceTimersByTimeAsync(300);
    expect(api.asked.at(-1)).not.toHaveProperty('languages');
  });

  it('endOfATrack_goesOnToTheNextThatPlaysHere', async () => {
    const { audio, deck } = await rig();
    deck.playback.play();
    audio.fire('ended');
    expect(playing(deck)).toBe('b');
    audio.fire('ended');
    expect(playing(deck)).toBe('d');
  });

  it('endOfTheQueue_asksForMoreWithoutWhatWasHeard', async () => {
    const { api, audio, deck } = await rig();
    deck.playback.play();
    for (let i = 0; i < 2; i++) audio.fire('ended');
    api.tracks = [...api.tracks, track('e')];
    audio.fire('ended');
    await vi.advanceTimersByTimeAsync(0);
    expect(api.asked.at(-1)?.exclude).toEqual(['a', 'b']);
    expect(playing(deck)).toBe('e');
  });

  it('nothingThatFitsPlaysHereAnyMore_theNearestThatDoGoOn', async () => {
    const { api, audio, deck } = await rig();
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
    const { api, audio, deck } = await rig();
    deck.playback.play();
    api.tracks = [track('c', false)];
    for (let i = 0; i < 3; i++) audio.fire('ended');
    await vi.advanceTimersByTimeAsync(0);
    expect(statusText(deck)).toMatch(/nothing more that plays here/);
  });

  it('brokenTracks_arePassedOver_butNotForEver', async () => {
    const { audio, deck } = await rig();
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

  it('serverGone_isSaid_andWhatPlayedGoesOnWhenItIsBack', async () => {
    const { api, audio, deck } = await rig();
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
    const { api, deck } = await rig();
    api.failure = new ServerGone();
    deck.turnDial({ valence: 0.3, arousal: 0.4 });
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

  it('plays_arePostedOnlyWhileHistoryIsKept', async () => {
    const { api, audio, deck } = await rig();
    deck.playback.play();
    expect(api.plays).toEqual([]);
    await deck.history.keep(true);
    audio.fire('ended');
    deck.playback.next();
    expect(api.plays).toEqual(['default finished a', 'default started b', 'default skipped b', 'default started d']);
  });

  it('moods_areToldOnlyWhileHistoryIsKept_andOfAFaceThatIsTheirs', async () => {
    const { api, deck } = await rig();
    const see = (more: object) =>
      deck.camera['events'].onReading({
        type: 'reading',
        faces: [{ main: true, judged: true }],
        estimate: sad,
        listener: 'default',
        room: false,
        ...more,
      } as unknown as LiveReading);
    const told = () => api.felts.flatMap((f) => f.moods.map((m) => `${f.listener} ${m.source}`));
    see({});
    await vi.advanceTimersByTimeAsync(6000);
    await deck.history.keep(true);
    for (const other of [{ faces: [{ main: true, judged: false }] }, { room: true }, { listener: 'ana' }]) see(other);
    await vi.advanceTimersByTimeAsync(6000);
    expect(told()).toEqual([]);
    see({});
    deck.turnDial({ valence: 0.2, arousal: 0.1 });
    await vi.advanceTimersByTimeAsync(6000);
    expect(told()).toEqual(['default camera', 'default hand']);
  });

  it('erasing_alsoGivesUpWhatWaitsToBeTold', async () => {
    const { api, deck } = await rig();
    await deck.history.keep(true);
    deck.turnDial({ valence: 0.2, arousal: 0.1 });
    expect(await deck.eraseHistory('default')).toEqual({ readings: 120, plays: 8 });
    await vi.advanceTimersByTimeAsync(6000);
    expect(api.felts).toEqual([]);
  });

  it('anotherListener_getsTheirOwnChoice_withoutTheMoodAndEditsOfTheOneBefore', async () => {
    const { api, audio, deck, look } = await rig();
    api.household = [...api.household, { id: 'ana', name: 'Ana', keepHistory: true }];
    await deck.household.load();
    await look(sad, 900);
    deck.turnDial({ valence: 0.5, arousal: 0.5 });
    deck.playback.keep('d', true);
    deck.chooseStrategy('hold');
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

  it('demoLibrary_isOfferedOnlyWhereNothingPlays', async () => {
    const { deck } = await rig();
    expect(deck.offersDemo).toBe(false);
    const api = new FakeApi();
    api.playableInAll = 0;
    const bare = new Deck(null, english(), api.asClient());
    await bare.start();
    expect(bare.offersDemo).toBe(true);
  });

  it('camera_beforeConsent_asksFirst', async () => {
    const { deck } = await rig();
    deck.pressCamera();
    expect(deck.asking).toBe(true);
    expect(deck.camera.camera).toBe('off');
    deck.answerNotice(false);
    expect(deck.settings.consent).toBe(false);
    expect(deck.camera.camera).toBe('off');
  });

  it('guidesCamera_afterTheNoticeWasDeclinedElsewhere_isTheDecksOwnAndNoOther', async () => {
    const { deck } = await rig();
    const trial = vi.spyOn(deck.trialCamera, 'start').mockResolvedValue();
    const own = vi.spyOn(deck.camera, 'switchOn').mockResolvedValue();
    deck.trainer.training = { id: 't1' } as Training;
    deck.tryCamera();
    expect(deck.asking).toBe(true);
    deck.answerNotice(false);
    deck.agreeInGuide();
    expect(deck.settings.consent).toBe(true);
    expect(trial).not.toHaveBeenCalled();
    expect(own).toHaveBeenCalledOnce();
    deck.answerNotice(true);
    expect(own).toHaveBeenCalledOnce();
  });

  it('notice_agreedTo_looksOnceThroughTheCameraItWasAbout', async () => {
    const { deck } = await rig();
    const trial = vi.spyOn(deck.trialCamera, 'start').mockResolvedValue();
    deck.trainer.training = { id: 't1' } as Training;
    deck.tryCamera();
    deck.answerNotice(true);
    expect(trial).toHaveBeenCalledExactlyOnceWith('t1');
    deck.withdrawConsent();
    deck.answerNotice(true);
    expect(trial).toHaveBeenCalledOnce();
  });
});
