import type { MarkedTrack, TrackMark } from '../api/types/listeners';
import type { Track } from '../api/types/tracks';

/** A track as it is marked at this moment. */
export function markedNow({ id, title, artist }: Pick<Track, 'id' | 'title' | 'artist'>, mark: TrackMark): MarkedTrack {
  return { trackId: id, title, artist, mark, at: new Date().toISOString(), inCatalogue: true };
}
