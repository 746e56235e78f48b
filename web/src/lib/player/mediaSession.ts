import type { Track } from '../api/types/tracks';

export interface TransportActions {
  play(): void;
  pause(): void;
  stop(): void;
  next(): void;
  previous(): void;
  seek(seconds: number): void;
  /** Forward by so many seconds, or back. */
  seekBy(seconds: number): void;
}

/** What a key that says nothing else seeks by, in seconds. */
const seekStepSeconds = 10;

/**
 * Lends the transport to the keys of the keyboard, the headset and the lock screen, where the browser knows how.
 * @returns Takes it back.
 */
export function lendTransport(session: MediaSession | undefined, actions: TransportActions): () => void {
  const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', () => actions.play()],
    ['pause', () => actions.pause()],
    ['stop', () => actions.stop()],
    ['nexttrack', () => actions.next()],
    ['previoustrack', () => actions.previous()],
    ['seekto', ({ seekTime }) => seekTime !== undefined && actions.seek(seekTime)],
    ['seekforward', ({ seekOffset }) => actions.seekBy(seekOffset ?? seekStepSeconds)],
    ['seekbackward', ({ seekOffset }) => actions.seekBy(-(seekOffset ?? seekStepSeconds))],
  ];
  const set = (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => {
    try {
      session?.setActionHandler(action, handler);
    } catch {
      // An action this browser does not know.
    }
  };
  for (const [action, handler] of handlers) set(action, handler);
  return () => handlers.forEach(([action]) => set(action, null));
}

/** What the lock screen says about a track. */
export function metadataOf(track: Track): MediaMetadataInit {
  return {
    title: track.title,
    artist: track.artist ?? '',
    album: track.album ?? '',
    artwork: track.artworkUrl ? [{ src: track.artworkUrl }] : [],
  };
}

/** Shows a track on the lock screen; null clears it. */
export function showOnLockScreen(session: MediaSession | undefined, track: Track | null): void {
  if (session) session.metadata = track ? new MediaMetadata(metadataOf(track)) : null;
}

export function showState(session: MediaSession | undefined, track: Track | null, playing: boolean): void {
  if (session) session.playbackState = track ? (playing ? 'playing' : 'paused') : 'none';
}

export function showPosition(
  session: MediaSession | undefined,
  positionSeconds: number,
  durationSeconds: number | null,
): void {
  if (!session?.setPositionState) return;
  if (durationSeconds === null || !(durationSeconds > 0) || !Number.isFinite(durationSeconds))
    session.setPositionState();
  else {
    const position = Math.min(Math.max(0, positionSeconds), durationSeconds);
    session.setPositionState({ duration: durationSeconds, playbackRate: 1, position });
  }
}
