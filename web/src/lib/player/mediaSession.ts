import type { Track } from '../api/types';

export interface TransportActions {
  play(): void;
  pause(): void;
  next(): void;
  previous(): void;
  seek(seconds: number): void;
}

/** Lends the transport to the keys of the keyboard, the headset and the lock screen, where the browser knows how. */
export function lendTransport(session: MediaSession | undefined, actions: TransportActions): void {
  if (!session) return;
  const set = (action: MediaSessionAction, handler: MediaSessionActionHandler) => {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // An action this browser does not know.
    }
  };
  set('play', () => actions.play());
  set('pause', () => actions.pause());
  set('nexttrack', () => actions.next());
  set('previoustrack', () => actions.previous());
  set('seekto', (details) => details.seekTime !== undefined && actions.seek(details.seekTime));
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

export function showOnLockScreen(session: MediaSession | undefined, track: Track | null, playing: boolean): void {
  if (!session) return;
  session.metadata = track ? new MediaMetadata(metadataOf(track)) : null;
  session.playbackState = track ? (playing ? 'playing' : 'paused') : 'none';
}

export function showPosition(
  session: MediaSession | undefined,
  positionSeconds: number,
  durationSeconds: number | null,
) {
  if (!session?.setPositionState) return;
  if (durationSeconds === null || durationSeconds <= 0) session.setPositionState();
  else session.setPositionState({ duration: durationSeconds, position: Math.min(positionSeconds, durationSeconds) });
}
