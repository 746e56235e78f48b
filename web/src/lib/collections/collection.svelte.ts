import type { ApiClient } from '../api/client';
import { ApiProblem } from '../api/problem';
import type { MarkedTrack, TrackMark } from '../api/types/listeners';
import type { Playlist, PlaylistSummary } from '../api/types/playlists';
import type { Track } from '../api/types/tracks';
import { markedNow } from './marks';

export type CollectionApi = Pick<
  ApiClient,
  'markedTracks' | 'mark' | 'playlists' | 'playlist' | 'makePlaylist' | 'changePlaylist' | 'removePlaylist'
>;

/** Whether somebody else changed a playlist meanwhile. */
export const isStale = (error: unknown): boolean =>
  error instanceof ApiProblem && error.type === 'urn:mooddeck:problem:stale';

const byTrack = (marked: readonly MarkedTrack[]) => Object.fromEntries(marked.map((m) => [m.trackId, m]));

/** What the listener likes, never wants to hear again, and keeps in playlists. */
export class Collection {
  playlists = $state.raw<readonly PlaylistSummary[]>([]);
  private marks = $state.raw<Readonly<Record<string, MarkedTrack>>>({});
  private listener = $state<string | null>(null);

  constructor(private readonly api: CollectionApi) {}

  /** Opens what belongs to a listener; of the one before nothing is left. */
  async open(listener: string | null): Promise<void> {
    this.listener = listener;
    this.playlists = [];
    this.marks = {};
    if (listener === null) return;
    const [marked, playlists] = await Promise.all([this.api.markedTracks(listener), this.api.playlists(listener)]);
    if (listener !== this.listener) return;
    this.playlists = playlists;
    this.marks = byTrack(marked);
  }

  /** All with that mark, the latest first. */
  marked(mark: TrackMark): MarkedTrack[] {
    return Object.values(this.marks)
      .filter((m) => m.mark === mark)
      .sort((a, b) => b.at.localeCompare(a.at));
  }

  markOf(trackId: string): TrackMark | null {
    return this.marks[trackId]?.mark ?? null;
  }

  /** Likes or bans a track, or takes that back. @throws what the server says; nothing is then changed */
  async mark(track: Pick<Track, 'id' | 'title' | 'artist'>, mark: TrackMark, on: boolean): Promise<void> {
    const listener = this.mine();
    const trackId = track.id;
    const before = this.marks[trackId];
    this.setMark(trackId, on ? markedNow(track, mark) : undefined);
    try {
      await this.api.mark(listener, trackId, mark, on);
    } catch (error) {
      // By now it may be somebody else's marks that are open.
      if (listener !== this.listener) throw error;
      this.setMark(trackId, before);
      throw error;
    }
  }

  async make(name: string, trackIds: string[]): Promise<Playlist> {
    const listener = this.mine();
    const made = await this.api.makePlaylist(listener, name, trackIds);
    if (listener === this.listener) await this.lookAtLists();
    return made;
  }

  /** Puts tracks at the end of a playlist, even when it was changed a moment ago. */
  async add(id: number, trackIds: readonly string[]): Promise<Playlist> {
    return this.change(id, (before) => [...before, ...trackIds]);
  }

  /** Puts a track back where it stood in a playlist, also when that was changed since. */
  async putBack(id: number, trackId: string, place: number): Promise<Playlist> {
    return this.change(id, (before) => [...before.slice(0, place), trackId, ...before.slice(place)]);
  }

  /** Removes a playlist and gives what it was, to make it again from. */
  async remove(id: number): Promise<Playlist> {
    const listener = this.mine();
    const list = await this.api.playlist(listener, id);
    await this.api.removePlaylist(listener, id);
    if (listener === this.listener) this.playlists = this.playlists.filter((p) => p.id !== id);
    return list;
  }

  async lookAtLists(): Promise<void> {
    const { listener } = this;
    if (listener === null) return;
    const playlists = await this.api.playlists(listener);
    if (listener === this.listener) this.playlists = playlists;
  }

  /** Whose all this is; null before anybody is known. */
  get whose(): string | null {
    return this.listener;
  }

  private setMark(trackId: string, entry: MarkedTrack | undefined): void {
    const others = Object.values(this.marks).filter((m) => m.trackId !== trackId);
    this.marks = byTrack(entry ? [...others, entry] : others);
  }

  private mine(): string {
    if (this.listener === null) throw new Error('Nobody listens.');
    return this.listener;
  }

  /** Changes a playlist as it is on the server now; once more when it was changed in between. */
  private async change(id: number, edit: (trackIds: string[]) => string[]): Promise<Playlist> {
    const listener = this.mine();
    const once = async () => {
      const list = await this.api.playlist(listener, id);
      return this.api.changePlaylist(listener, list, { trackIds: edit(list.tracks.map((t) => t.trackId)) });
    };
    const changed = await once().catch((error: unknown) => {
      if (!isStale(error)) throw error;
      return once();
    });
    if (listener === this.listener) await this.lookAtLists();
    return changed;
  }
}
