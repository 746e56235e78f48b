import type { MarkedTrack, Track, TrackMark } from '../api/types';

/** A track as it is marked at this moment. */
export function markedNow({ id, title, artist }: Pick<Track, 'id' | 'title' | 'artist'>, mark: TrackMark): MarkedTrack {
  return { trackId: id, title, artist, mark, at: new Date().toISOString(), inCatalogue: true };
}
