import type { AlbumTile, ArtistTile, Track } from '../../lib/api/types/tracks';
import { albumsOf, tracksOfAlbum } from '../../lib/collections/albums';
import type { Deck } from '../../lib/deck/deck.svelte';

/** More than this of one artist is fetched for nobody. */
const most = 1000;

/** The tracks of an album in their order. */
export async function albumTracks(
  deck: Deck,
  title: string,
  artist: string | null,
  signal?: AbortSignal,
): Promise<Track[]> {
  const about = { query: title, limit: most };
  if (artist !== null)
    return tracksOfAlbum({ title, artist }, (await deck.api.tracks({ ...about, artist }, signal)).tracks);
  const [found, tiles] = await Promise.all([
    deck.api.tracks(about, signal),
    deck.api.albums({ query: title, limit: 100 }, signal),
  ]);
  return tracksOfAlbum({ title, artist }, found.tracks, tiles.albums);
}

/** All tracks of an artist. */
export async function artistTracks(deck: Deck, artist: string, signal?: AbortSignal): Promise<Track[]> {
  return (await deck.api.tracks({ artist, limit: most }, signal)).tracks;
}

/** Plays an album from its beginning, or an artist's albums one after the other. */
export async function playTile(deck: Deck, tile: AlbumTile | ArtistTile): Promise<void> {
  const tracks = await deck.acts.attempt(() =>
    'title' in tile ? albumTracks(deck, tile.title, tile.artist) : artistTracks(deck, tile.name),
  );
  if (!tracks) return;
  const inOrder = 'title' in tile ? tracks : albumsOf(tracks).flatMap((album) => album.tracks);
  deck.acts.playAll(inOrder);
}
