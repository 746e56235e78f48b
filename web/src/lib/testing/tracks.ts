import type { Track } from '../api/types/tracks';

/** A track for tests. */
export function track(id: string, playable = true, more: Partial<Track> = {}): Track {
  return {
    id,
    title: `title ${id}`,
    artist: `artist ${id}`,
    album: null,
    year: 1999,
    language: 'en',
    genre: 'pop',
    durationSeconds: 180,
    mood: { valence: 0, arousal: 0, dominance: 0 },
    playable,
    source: playable ? 'demo' : 'starter',
    links: { spotify: `https://open.spotify.com/search/${id}`, youtube: null },
    streamUrl: playable ? `/api/v1/tracks/${id}/stream` : null,
    artworkUrl: null,
    ...more,
  };
}
