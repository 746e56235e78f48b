import { describe, expect, it, vi } from 'vitest';
import { FakeAudio } from '../testing/fakeAudio';
import { track } from '../testing/tracks';
import { Player } from './player';

function rig() {
  const audio = new FakeAudio();
  const events = {
    onState: vi.fn(),
    onTime: vi.fn(),
    onEnded: vi.fn(),
    onPassed: vi.fn(),
    onBroken: vi.fn(),
    next: () => null,
  };
  return { audio, events, player: new Player([audio.asAudio()], events) };
}

describe('Player', () => {
  it('start_ofATrackThatPlaysHere_plays', async () => {
    const { audio, events, player } = rig();
    await player.start(track('a'));
    expect(audio.src).toBe('/api/v1/tracks/a/stream');
    expect(events.onState.mock.calls.flat()).toEqual(['loading', 'playing']);
  });

  it('start_ofATrackThatDoesNot_leavesWhatPlays', async () => {
    const { player, audio } = rig();
    await player.start(track('a'));
    await player.start(track('b', false));
    expect(player.track?.id).toBe('a');
    expect(audio.src).toContain('/a/');
  });

  it('play_withoutAGesture_saysThatItIsBlocked', async () => {
    const { audio, events, player } = rig();
    audio.refuses = 'NotAllowedError';
    await player.start(track('a'));
    expect(events.onState).toHaveBeenLastCalledWith('blocked');
  });

  it('play_interruptedByAnotherTrack_isNoFailure', async () => {
    const { audio, events, player } = rig();
    audio.refuses = 'AbortError';
    await player.start(track('a'));
    expect(events.onState).not.toHaveBeenCalledWith('blocked');
  });

  it('duration_untilTheFileIsRead_isTheCataloguesAndThenTheFiles', async () => {
    const { audio, player } = rig();
    await player.start(track('a'));
    expect(player.durationSeconds).toBe(180);
    audio.duration = 181.5;
    expect(player.durationSeconds).toBe(181.5);
  });

  it('seek_beyondTheEnds_stopsThere', async () => {
    const { audio, player } = rig();
    await player.start(track('a'));
    player.seek(-4);
    expect(audio.currentTime).toBe(0);
    player.seek(999);
    expect(audio.currentTime).toBe(180);
  });

  it('endedAndBroken_nameTheTrack', async () => {
    const { audio, events, player } = rig();
    audio.fire('error');
    expect(events.onBroken).not.toHaveBeenCalled();
    const a = track('a');
    await player.start(a);
    audio.fire('ended');
    audio.fire('error');
    expect(events.onEnded).toHaveBeenCalledExactlyOnceWith(a);
    expect(events.onBroken).toHaveBeenCalledExactlyOnceWith(a);
  });

  it('stop_leavesNothingLoaded', async () => {
    const { audio, events, player } = rig();
    await player.start(track('a'));
    player.stop();
    expect(audio.src).toBe('');
    expect(events.onState).toHaveBeenLastCalledWith('empty');
    expect(events.onTime).toHaveBeenLastCalledWith(0, null);
  });

  it('setVolume_isSilentAtZeroAndGentleBelowTheMiddle', () => {
    const { audio, player } = rig();
    player.setVolume(0.5);
    expect(audio.volume).toBeCloseTo(0.125);
    player.setVolume(0);
    expect(audio.volume).toBe(0);
  });
});
