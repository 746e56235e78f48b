import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Track } from '../api/types/tracks';
import { FakeAudio } from '../testing/fakeAudio';
import { FakeSound } from '../testing/fakeSound';
import { track } from '../testing/tracks';
import { Player, type PlayerEvents } from './player';

const [a, b, c] = [track('a'), track('b'), track('c')];

async function rig({ next = b as Track | null, withSound = true } = {}) {
  const audios = [new FakeAudio(), new FakeAudio()] as const;
  const sound = new FakeSound();
  const wanted = { next };
  const events = {
    onState: vi.fn<PlayerEvents['onState']>(),
    onTime: vi.fn<PlayerEvents['onTime']>(),
    onEnded: vi.fn<PlayerEvents['onEnded']>(),
    onPassed: vi.fn<PlayerEvents['onPassed']>(),
    onBroken: vi.fn<PlayerEvents['onBroken']>(),
    next: () => wanted.next,
  };
  const player = new Player([audios[0].asAudio(), audios[1].asAudio()], events);
  if (withSound) player.connect(sound);
  await player.start(a);
  audios[0].duration = 180;
  sound.orders = [];
  /** The first deck's music comes to a time, and its element says so. */
  const reach = (seconds: number, deck = 0) => {
    const audio = audios[deck] as FakeAudio;
    audio.currentTime = seconds;
    audio.fire('timeupdate');
  };
  return { audios, sound, wanted, events, player, reach };
}

describe('Player on two decks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('nearTheEnd_getsTheNextReady_butNotBefore', async () => {
    const { audios, reach } = await rig();
    reach(159);
    expect(audios[1].src).toBe('');
    reach(160.5);
    expect(audios[1].src).toContain('/b/');
    expect(audios[1].paused).toBe(true);
  });

  it('whatComesNextChanges_isTheOneThatPlays', async () => {
    const { audios, wanted, events, player, reach } = await rig();
    reach(170);
    wanted.next = c;
    player.look();
    expect(audios[1].src).toContain('/c/');
    reach(179.9);
    // Changed again, with nobody telling the player: it asks before it acts.
    wanted.next = b;
    audios[0].currentTime = 179.98;
    await vi.advanceTimersByTimeAsync(200);
    expect(events.onPassed).toHaveBeenCalledExactlyOnceWith(a, b, 179.98);
    expect(audios[1].src).toContain('/b/');
  });

  it('atTheEnd_joinsTheNext_aMomentBefore', async () => {
    const { audios, sound, events, player, reach } = await rig();
    reach(179.6);
    audios[0].currentTime = 179.98;
    await vi.advanceTimersByTimeAsync(380);
    expect(events.onPassed).toHaveBeenCalledExactlyOnceWith(a, b, 179.98);
    expect(sound.orders).toContain('join 0 1 0.02');
    expect([player.track, player.deckNumber, audios[1].paused]).toEqual([b, 1, false]);
    audios[0].fire('ended');
    expect(events.onEnded).not.toHaveBeenCalled();
    expect(events.onState).toHaveBeenLastCalledWith('playing');
    await vi.advanceTimersByTimeAsync(1000);
    expect(audios[0].src).toBe('');
  });

  it('musicThatStalls_isWaitedFor', async () => {
    const { events, reach } = await rig();
    reach(179.6);
    await vi.advanceTimersByTimeAsync(2000);
    expect(events.onPassed).not.toHaveBeenCalled();
  });

  it('crossfade_beginsThatLongBefore_andBothSound', async () => {
    const { audios, sound, events, player, reach } = await rig();
    player.setCrossfade(6);
    reach(173.9);
    audios[0].currentTime = 174;
    await vi.advanceTimersByTimeAsync(110);
    expect(events.onPassed).toHaveBeenCalledOnce();
    expect(sound.orders.slice(-2)).toEqual(['fade 1 to 1 in 6', 'fade 0 to 0 in 6']);
    expect(audios.map((audio) => audio.paused)).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(7000);
    expect(audios[0].src).toBe('');
  });

  it('pauseInACrossfade_silencesBoth', async () => {
    const { audios, player, reach } = await rig();
    player.setCrossfade(6);
    reach(174);
    await vi.advanceTimersByTimeAsync(10);
    player.pause();
    expect(audios.map((audio) => audio.paused)).toEqual([true, true]);
  });

  it('withoutASoundSystem_theNextStillFollows_unfaded', async () => {
    const { events, player, reach } = await rig({ withSound: false });
    player.setCrossfade(6);
    reach(175);
    await vi.advanceTimersByTimeAsync(200);
    expect(events.onPassed).not.toHaveBeenCalled();
    reach(179.99);
    await vi.advanceTimersByTimeAsync(10);
    expect(events.onPassed).toHaveBeenCalledOnce();
  });

  it('skip_fadesQuickly_andUsesWhatIsReady', async () => {
    const { audios, sound, player, reach } = await rig();
    reach(165);
    const load = vi.spyOn(audios[1], 'src', 'set');
    await player.start(b);
    expect(load).not.toHaveBeenCalled();
    expect(sound.orders).toContain('fade 0 to 0 in 0.06');
    expect(player.deckNumber).toBe(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(audios[0].src).toBe('');
  });

  it('nextThatCannotBeLoaded_isBrokenOnlyWhenItsTurnComes', async () => {
    const { audios, events, player, reach } = await rig();
    reach(165);
    audios[1].fire('error');
    expect(events.onBroken).not.toHaveBeenCalled();
    reach(179.9);
    await vi.advanceTimersByTimeAsync(500);
    expect(events.onPassed).not.toHaveBeenCalled();
    audios[0].paused = true;
    audios[0].fire('ended');
    expect(events.onEnded).toHaveBeenCalledExactlyOnceWith(a);
    await player.start(b);
    audios[1].fire('error');
    expect(events.onBroken).toHaveBeenCalledExactlyOnceWith(b);
  });

  it('levelling_setsEachDeckForItsTrack_andCanBeTurnedOff', async () => {
    const loud = track('b', true, { loudnessLufs: -10 });
    const { sound, player, reach } = await rig({ next: loud });
    await player.start(loud);
    reach(0, 1);
    expect(sound.levels[1]).toBeCloseTo(10 ** (-6 / 20), 9);
    player.setLevelling(false);
    expect(sound.levels).toEqual([1, 1]);
  });

  it('deviceTakenAway_isTakenBack_orElseSaid', async () => {
    const { audios, sound, events } = await rig();
    sound.running = false;
    sound.onChange();
    await vi.advanceTimersByTimeAsync(0);
    expect(audios[0].paused).toBe(false);
    sound.stubborn = true;
    sound.running = false;
    sound.onChange();
    await vi.advanceTimersByTimeAsync(2000);
    expect(audios[0].paused).toBe(true);
    expect(events.onState).toHaveBeenLastCalledWith('blocked');
  });

  it('fadeOut_goesDownAndThenPauses_unlessSomebodyPlays', async () => {
    const { audios, player, reach } = await rig();
    player.fadeOut(8);
    await vi.advanceTimersByTimeAsync(4000);
    reach(20);
    await player.play();
    await vi.advanceTimersByTimeAsync(8000);
    expect(audios[0].paused).toBe(false);
    player.fadeOut(8);
    await vi.advanceTimersByTimeAsync(8000);
    expect(audios[0].paused).toBe(true);
  });

  it('pausedForLong_letsTheDeviceRest', async () => {
    const { sound, player } = await rig();
    player.pause();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(sound.orders).toContain('rest');
  });

  it('thousandsOfTracks_leaveNoListenersAndNoTimersBehind', async () => {
    const { audios, player } = await rig({ next: null });
    const listeners = () => audios.map((audio) => audio.listenerCount);
    const before = listeners();
    for (let i = 0; i < 3000; i++) await player.start(track(`t${i}`));
    expect(listeners()).toEqual(before);
    await vi.advanceTimersByTimeAsync(100);
    player.stop();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(audios.map((audio) => audio.src)).toEqual(['', '']);
  });
});
