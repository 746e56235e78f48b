import type { AlbumTile, Track } from '../api/types/tracks';
import { fold } from '../queue/facetSearch';

/** Disc, then place on it, then title; what has no number comes last. */
export function byPlace(a: Track, b: Track): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    (a.discNumber ?? 1) - (b.discNumber ?? 1) ||
    (a.trackNumber ?? last) - (b.trackNumber ?? last) ||
    a.title.localeCompare(b.title)
  );
}

/**
 * The tracks of an album in their order, out of those that a search for its title found. An album of several artists
 * shares its title with albums of one; theirs are told by their tiles.
 */
export function tracksOfAlbum(
  { title, artist }: { title: string; artist: string | null },
  found: readonly Track[],
  tiles: readonly AlbumTile[] = [],
): Track[] {
  const same = (a: string | null, b: string | null) => fold(a ?? '') === fold(b ?? '');
  const others = tiles.filter((tile) => same(tile.title, title) && tile.artist !== null).map((tile) => tile.artist);
  return found
    .filter((track) => same(track.album, title))
    .filter((track) =>
      artist !== null ? same(track.artist, artist) : !others.some((other) => same(other, track.artist)),
    )
    .sort(byPlace);
}

/** Albums of an artist with their tracks: the newest album first, what is on none last. */
export function albumsOf(tracks: readonly Track[]): { title: string | null; year: number | null; tracks: Track[] }[] {
  const albums = new Map<string, { title: string | null; year: number | null; tracks: Track[] }>();
  for (const track of tracks) {
    const key = fold(track.album ?? '');
    const album = albums.get(key) ?? { title: track.album, year: null, tracks: [] };
    album.tracks.push(track);
    album.year = Math.max(album.year ?? 0, track.year ?? 0) || null;
    albums.set(key, album);
  }
  return [...albums.values()]
    .map((album) => ({ ...album, tracks: album.tracks.sort(byPlace) }))
    .sort(
      (a, b) =>
        Number(a.title === null) - Number(b.title === null) ||
        (b.year ?? 0) - (a.year ?? 0) ||
        (a.title ?? '').localeCompare(b.title ?? ''),
    );
}

/** The tracks in another order, all as likely; `random` gives numbers in [0, 1). */
export function shuffled<T>(items: readonly T[], random: () => number = Math.random): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}
