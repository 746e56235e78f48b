import { describe, expect, it, vi } from 'vitest';
import { track } from '../testing/tracks';
import { lendTransport, metadataOf, showPosition, showState } from './mediaSession';

class FakeSession {
  handlers = new Map<string, MediaSessionActionHandler | null>();
  metadata: MediaMetadata | null = null;
  playbackState: MediaSessionPlaybackState = 'none';
  positions: (MediaPositionState | undefined)[] = [];

  setActionHandler(action: string, handler: MediaSessionActionHandler | null): void {
    if (action === 'seekbackward') throw new TypeError('unknown action');
    this.handlers.set(action, handler);
  }
  setPositionState = (state?: MediaPositionState) => void this.positions.push(state);
  press = (action: MediaSessionAction, more = {}) => this.handlers.get(action)?.({ action, ...more });
  asSession = () => this as unknown as MediaSession;
}

const actions = () => ({
  play: vi.fn(),
  pause: vi.fn(),
  stop: vi.fn(),
  next: vi.fn(),
  previous: vi.fn(),
  seek: vi.fn(),
  seekBy: vi.fn(),
});

describe('media session', () => {
  it('keys_reachTheTransport_evenWhereOneActionIsUnknown', () => {
    const session = new FakeSession();
    const done = actions();
    lendTransport(session.asSession(), done);
    for (const key of ['play', 'pause', 'stop', 'nexttrack', 'previoustrack'] as const) session.press(key);
    session.press('seekto', { seekTime: 0 });
    session.press('seekto');
    session.press('seekforward');
    session.press('seekforward', { seekOffset: 30 });
    for (const act of [done.play, done.pause, done.stop, done.next, done.previous]) expect(act).toHaveBeenCalledOnce();
    expect(done.seek.mock.calls).toEqual([[0]]);
    expect(done.seekBy.mock.calls).toEqual([[10], [30]]);
  });

  it('takenBack_noKeyReachesAnything', () => {
    const session = new FakeSession();
    lendTransport(session.asSession(), actions())();
    expect([...session.handlers.values()].every((handler) => handler === null)).toBe(true);
  });

  it('position_isNeverOutsideTheTrack_andClearedWhenUnknown', () => {
    const session = new FakeSession();
    showPosition(session.asSession(), 200, 180);
    showPosition(session.asSession(), -1, 180);
    for (const unknown of [null, 0, Number.NaN, Number.POSITIVE_INFINITY])
      showPosition(session.asSession(), 1, unknown);
    expect(session.positions.map((p) => p?.position)).toEqual([180, 0, undefined, undefined, undefined, undefined]);
  });

  it('state_isNoneWithoutATrack', () => {
    const session = new FakeSession();
    showState(session.asSession(), track('a'), true);
    expect(session.playbackState).toBe('playing');
    showState(session.asSession(), track('a'), false);
    expect(session.playbackState).toBe('paused');
    showState(session.asSession(), null, false);
    expect(session.playbackState).toBe('none');
  });

  it('metadata_hasTheCover', () => {
    expect(metadataOf(track('a', true, { artworkUrl: '/api/v1/tracks/a/artwork' }))).toEqual({
      title: 'title a',
      artist: 'artist a',
      album: '',
      artwork: [{ src: '/api/v1/tracks/a/artwork' }],
    });
  });
});
