import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeAudio } from '../testing/fakeAudio';
import { FakeSound } from '../testing/fakeSound';
import { track } from '../testing/tracks';
import { Playback } from './playback.svelte';

const tracks = ['a', 'b', 'c', 'd'].map((id) => track(id));

const nowhere = { strategy: null, radio: null, way: null };

function rig() {
  const audios = [new FakeAudio(), new FakeAudio()] as const;
  const sound = new FakeSound();
  const openSound = vi.fn(() => Promise.resolve(sound));
  const plays: string[] = [];
  const onRunOut = vi.fn();
  const playback = new Playback({
    onPlay: (t, event) => void plays.push(`${event} ${t.id}`),
    onRunOut,
    onBroken: () => undefined,
  });
  playback.attach(audios[0].asAudio(), 1, { second: audios[1].asAudio(), openSound });
  playback.choose(tracks);
  const ids = () => playback.queue.items.map((t) => t.id).join('');
  return { audios, sound, openSound, plays, onRunOut, playback, ids };
}

describe('Playback', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('endOfATrack_movesTheQueueOn_andTellsBoth', async () => {
    const { audios, plays, playback } = rig();
    playback.play();
    audios[0].duration = 180;
    audios[0].currentTime = 179.98;
    audios[0].fire('timeupdate');
    await vi.advanceTimersByTimeAsync(10);
    expect(playback.current?.id).toBe('b');
    expect(playback.deckNumber).toBe(1);
    expect(plays).toEqual(['started a', 'finished a', 'started b']);
  });

  it('editUnderAPreloadedTrack_playsTheRightOne', async () => {
    const { audios, playback } = rig();
    playback.play();
    audios[0].duration = 180;
    audios[0].currentTime = 170;
    audios[0].fire('timeupdate');
    expect(audios[1].src).toContain('/b/');
    playback.move('d', 0);
    expect(audios[1].src).toContain('/d/');
    playback.undo();
    expect(audios[1].src).toContain('/b/');
    playback.remove('b');
    expect(audios[1].src).toContain('/c/');
  });

  it('jump_toATime_startsThere_andSeeksInWhatIsOn', () => {
    const { audios, plays, playback } = rig();
    const [, , third] = tracks;
    if (!third) throw new Error('There are four.');
    playback.jump(third, 42);
    expect([playback.current?.id, audios[0].currentTime, plays]).toEqual(['c', 42, ['started c']]);
    playback.jump(third, 7);
    expect([audios[0].currentTime, plays]).toEqual([7, ['started c']]);
  });

  it('wake_opensTheSoundSystemOnce', async () => {
    const { openSound, sound, playback } = rig();
    await Promise.all([playback.wake(), playback.wake()]);
    expect(openSound).toHaveBeenCalledOnce();
    expect(playback.signal).toBeNull();
    playback.play();
    expect(playback.signal).toBe(sound.signal);
    playback.pause();
    expect(playback.signal).toBeNull();
  });

  it('wake_whereNothingSoundsYet_triesAgainAtTheNextGesture', async () => {
    const { openSound, playback, sound } = rig();
    openSound.mockResolvedValueOnce(null as never);
    await playback.wake();
    await playback.wake();
    await playback.wake();
    expect(openSound).toHaveBeenCalledTimes(2);
    playback.play();
    expect(playback.signal).toBe(sound.signal);
  });

  it('remove_ofWhatPlays_goesOn_andCanBeTakenBack', () => {
    const { playback, ids } = rig();
    playback.play();
    playback.remove('a');
    expect([playback.current?.id, ids()]).toEqual(['b', 'bcd']);
    playback.undo();
    expect(ids()).toBe('abcd');
    expect(playback.lastEdit).toBeNull();
  });

  it('stop_leavesTheQueue_andPlayBeginsIt', () => {
    const { audios, playback, ids } = rig();
    playback.play();
    playback.stop();
    expect([playback.state, playback.current, audios[0].src, ids()]).toEqual(['empty', null, '', 'abcd']);
    playback.play();
    expect(playback.current?.id).toBe('a');
  });

  it('sleepAfterMinutes_endsTheMusicThen', async () => {
    const { audios, playback } = rig();
    await playback.wake();
    playback.play();
    playback.sleepAfter(30);
    expect(playback.sleep).toEqual({ atMs: Date.now() + 1_800_000, minutes: 30 });
    await vi.advanceTimersByTimeAsync(1_800_000);
    expect(audios[0].paused).toBe(false);
    await vi.advanceTimersByTimeAsync(8000);
    expect([audios[0].paused, playback.sleep]).toEqual([true, null]);
  });

  it('sleepAfterTheTrack_doesNotGoOn', async () => {
    const { audios, playback, onRunOut } = rig();
    playback.play();
    playback.sleepAfter('track');
    audios[0].duration = 180;
    audios[0].currentTime = 179.99;
    audios[0].fire('timeupdate');
    await vi.advanceTimersByTimeAsync(100);
    audios[0].pause();
    audios[0].fire('ended');
    expect([playback.current?.id, playback.state, playback.sleep]).toEqual(['a', 'paused', null]);
    expect(onRunOut).not.toHaveBeenCalled();
  });

  it('heardToTheEndOfTheQueue_aNewChoiceBegins_andPlayGoesOnToIt', async () => {
    const { audios, playback, onRunOut } = rig();
    playback.choose([track('z')]);
    playback.play();
    await vi.advanceTimersByTimeAsync(100);
    audios[0].pause();
    audios[0].fire('ended');
    expect([onRunOut.mock.calls.length, playback.isOn]).toEqual([1, false]);
    playback.choose([track('x')]);
    playback.begin();
    expect(playback.current?.id).toBe('x');
  });

  it('restore_isPausedWhereItWas_andLoadsNothingUntilPlay', () => {
    const before = rig();
    before.playback.play();
    before.audios[0].currentTime = 61;
    before.audios[0].fire('timeupdate');
    const snapshot = before.playback.snapshot(nowhere);
    const { audios, plays, playback, ids } = rig();
    playback.restore(snapshot);
    expect([playback.state, playback.positionSeconds, playback.current?.id]).toEqual(['paused', 61, 'a']);
    expect(audios.map((audio) => audio.src)).toEqual(['', '']);
    playback.seekBy(-11);
    playback.play();
    expect([audios[0].currentTime, audios[0].paused, ids()]).toEqual([50, false, 'abcd']);
    expect(plays).toEqual(['started a']);
  });

  it('restored_aNewMoodPlaysItsOwnMusic_withoutCallingTheOldSkipped', () => {
    const { plays, playback } = rig();
    playback.restore({
      ...rig().playback.snapshot(nowhere),
      queue: { ...playback.queue, currentId: 'a' },
      positionSeconds: 9,
    });
    playback.choose([track('x')]);
    playback.begin();
    expect(playback.current?.id).toBe('x');
    expect(plays).toEqual(['started x']);
  });
});
