import type { Track } from '../api/types/tracks';

/** So long before the end the next track is loaded, in seconds. */
export const preloadSeconds = 20;
export const longestCrossfadeSeconds = 12;

/** Whether one track runs into the next on their album, so that nothing may come between or over them. */
export function flowsInto(track: Track, next: Track): boolean {
  return (
    track.album !== null &&
    track.album === next.album &&
    (track.discNumber ?? 1) === (next.discNumber ?? 1) &&
    typeof track.trackNumber === 'number' &&
    next.trackNumber === track.trackNumber + 1
  );
}

/**
 * How long the change from one track to the next fades, in seconds; 0 is gapless. Never longer than a third of either,
 * so that a short piece is heard in its own right.
 */
export function crossfadeFor(track: Track, next: Track, wantedSeconds: number, durationSeconds: number): number {
  if (flowsInto(track, next)) return 0;
  const third = Math.min(durationSeconds, next.durationSeconds ?? Number.POSITIVE_INFINITY) / 3;
  return Math.max(0, Math.min(wantedSeconds, longestCrossfadeSeconds, third));
}
