import { ApiProblem } from '../api/problem';
import type { MarkedTrack, TrackMark } from '../api/types/listeners';
import type { Playlist, PlaylistSummary } from '../api/types/playlists';
import type { CollectionApi } from '../collections/collection.svelte';

/** Playlists and marks of one listener, kept in memory as the server keeps them: with versions. */
export class FakeLists implements CollectionApi {
  lists: Playlist[] = [];
  marks: MarkedTrack[] = [];
  /** When set, every change fails with it. */
  failure: Error | null = null;
  /** How many changes were saved. */
  saves = 0;

  markedTracks = () => Promise.resolve(this.marks);
  playlists = () => Promise.resolve(this.lists.map(inALine));

  playlist = (_: string, id: number) => {
    const list = this.lists.find((l) => l.id === id);
    return list
      ? Promise.resolve(list)
      : Promise.reject(new ApiProblem(404, 'urn:mooddeck:problem:unknown-playlist', 'There is no such playlist.'));
  };

  mark = async (_: string, trackId: string, mark: TrackMark, on = true) => {
    await this.mayFail();
    this.marks = this.marks.filter((m) => m.trackId !== trackId);
    if (on) this.marks.push({ trackId, title: trackId, artist: null, mark, at: '2026-01-01', inCatalogue: true });
    return null;
  };

  makePlaylist = async (_: string, name: string, trackIds: string[]) => {
    await this.mayFail();
    const list = playlist(trackIds, { id: this.lists.length + 1, name });
    this.lists.push(list);
    return list;
  };

  changePlaylist = async (
    listener: string,
    { id, version }: { id: number; version: number },
    change: { name?: string; trackIds?: string[] },
  ) => {
    await this.mayFail();
    const list = await this.playlist(listener, id);
    if (list.version !== version) throw new ApiProblem(412, 'urn:mooddeck:problem:stale', 'It was changed.');
    const ids = change.trackIds ?? list.tracks.map((t) => t.trackId);
    const changed = playlist(ids, { id, name: change.name ?? list.name, version: version + 1 });
    this.lists = this.lists.map((l) => (l.id === id ? changed : l));
    this.saves++;
    return changed;
  };

  removePlaylist = async (_: string, id: number) => {
    await this.mayFail();
    this.lists = this.lists.filter((l) => l.id !== id);
    return null;
  };

  /** The tracks of a playlist as one word. */
  order = (id: number) =>
    this.lists
      .find((l) => l.id === id)
      ?.tracks.map((t) => t.trackId)
      .join('');

  private mayFail(): Promise<void> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve();
  }
}

/** A playlist for tests. */
export function playlist(trackIds: string[], more: Partial<Playlist> = {}): Playlist {
  const tracks = trackIds.map((trackId) => ({ trackId, title: trackId, artist: null, track: null }));
  return { id: 1, name: 'Evening', version: 1, createdAt: '', updatedAt: '', tracks, ...more };
}

function inALine({ id, name, version, createdAt, updatedAt, tracks }: Playlist): PlaylistSummary {
  return { id, name, version, createdAt, updatedAt, trackCount: tracks.length, playable: 0, artworkUrl: null };
}
