import type { AlbumTile, ArtistTile, Track } from '../api/types/tracks';

/** Ways to sort, by name; what is not here is the server's order. */
type Orders<T> = Record<string, (a: T, b: T) => number>;

const text = (a: string | null, b: string | null) => (a ?? '\uffff').localeCompare(b ?? '\uffff');
const newest = (a: number | null, b: number | null) => (b ?? 0) - (a ?? 0);

export const albumOrders: Orders<AlbumTile> = {
  title: (a, b) => text(a.title, b.title),
  artist: (a, b) => text(a.artist, b.artist) || newest(a.year, b.year),
  year: (a, b) => newest(a.year, b.year) || text(a.title, b.title),
};

export const artistOrders: Orders<ArtistTile> = {
  name: (a, b) => text(a.name, b.name),
  most: (a, b) => b.tracks - a.tracks || text(a.name, b.name),
};

export const songOrders: Orders<Track> = {
  title: (a, b) => text(a.title, b.title),
  year: (a, b) => newest(a.year, b.year) || text(a.title, b.title),
  longest: (a, b) => (b.durationSeconds ?? 0) - (a.durationSeconds ?? 0),
  pleasant: (a, b) => b.mood.valence - a.mood.valence,
  energetic: (a, b) => b.mood.arousal - a.mood.arousal,
};
