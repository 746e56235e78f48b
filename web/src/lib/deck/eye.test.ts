import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveReading } from '../api/types/live';
import type { Training } from '../api/types/trainings';
import { deckRig, glad, playing, sad } from '../testing/deckRig';
import { track } from '../testing/tracks';

describe('Eye', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('firstFace_withinASecond_choosesForItAndPlays', async () => {
    const { api, deck, look } = await deckRig();
    await look(sad, 900);
    expect(api.asked.at(-1)).toMatchObject({ vad: [-0.5, -0.3, 0], strategy: 'match' });
    expect(playing(deck)).toBe('a');
  });

  it('changedFace_movesTheQueueButNotWhatPlays', async () => {
    const { api, deck, look } = await deckRig();
    await look(sad, 900);
    api.tracks = [track('x'), track('y')];
    await look(glad, 8000);
    expect(api.asked.at(-1)?.vad).toEqual([0.6, 0.3, 0]);
    expect(deck.playback.queue.items.map((t) => t.id)).toEqual(['a', 'x', 'y']);
    expect(playing(deck)).toBe('a');
  });

  it('changedFace_whileHolding_leavesTheQueue', async () => {
    const { api, deck, look } = await deckRig();
    await look(sad, 900);
    deck.controls.chooseStrategy('hold');
    await vi.advanceTimersByTimeAsync(300);
    const asked = api.asked.length;
    await look(glad, 20_000);
    expect(api.asked).toHaveLength(asked);
    expect(api.asked.at(-1)).toMatchObject({ vad: [-0.5, -0.3, 0], strategy: 'hold' });
    expect(deck.mood.mood?.label).toBe('happy');
  });

  it('changedFace_underABusyHand_waitsUntilItRests', async () => {
    const { api, deck, look } = await deckRig();
    await look(sad, 900);
    const asked = api.asked.length;
    for (let i = 0; i < 10; i++) {
      deck.steering.touch('pointer');
      await look(glad, 1000);
    }
    expect(api.asked).toHaveLength(asked);
    await look(glad, 5000);
    expect(api.asked).toHaveLength(asked + 1);
  });

  it('moods_areToldOnlyWhileHistoryIsKept_andOfAFaceThatIsTheirs', async () => {
    const { api, deck } = await deckRig();
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
    deck.controls.turnDial({ valence: 0.2, arousal: 0.1 });
    await vi.advanceTimersByTimeAsync(6000);
    expect(told()).toEqual(['default camera', 'default hand']);
  });

  it('camera_beforeConsent_asksFirst', async () => {
    const { deck } = await deckRig();
    deck.eye.pressCamera();
    expect(deck.eye.asking).toBe(true);
    expect(deck.camera.camera).toBe('off');
    deck.eye.answerNotice(false);
    expect(deck.settings.consent).toBe(false);
    expect(deck.camera.camera).toBe('off');
  });

  it('guidesCamera_afterTheNoticeWasDeclinedElsewhere_isTheDecksOwnAndNoOther', async () => {
    const { deck } = await deckRig();
    const trial = vi.spyOn(deck.trialCamera, 'start').mockResolvedValue();
    const own = vi.spyOn(deck.camera, 'switchOn').mockResolvedValue();
    deck.trainer.training = { id: 't1' } as Training;
    deck.eye.tryTrained();
    expect(deck.eye.asking).toBe(true);
    deck.eye.answerNotice(false);
    deck.eye.agreeInGuide();
    expect(deck.settings.consent).toBe(true);
    expect(trial).not.toHaveBeenCalled();
    expect(own).toHaveBeenCalledOnce();
    deck.eye.answerNotice(true);
    expect(own).toHaveBeenCalledOnce();
  });

  it('notice_agreedTo_looksOnceThroughTheCameraItWasAbout', async () => {
    const { deck } = await deckRig();
    const trial = vi.spyOn(deck.trialCamera, 'start').mockResolvedValue();
    deck.trainer.training = { id: 't1' } as Training;
    deck.eye.tryTrained();
    deck.eye.answerNotice(true);
    expect(trial).toHaveBeenCalledExactlyOnceWith('t1');
    deck.eye.withdrawConsent();
    deck.eye.answerNotice(true);
    expect(trial).toHaveBeenCalledOnce();
  });
});
