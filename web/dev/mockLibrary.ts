import type { MarkedTrack, TrackMark } from '../src/lib/api/types/listeners.ts';
import type { Playlist, PlaylistSummary } from '../src/lib/api/types/playlists.ts';
import type { AlbumTile, ArtistTile, Track } from '../src/lib/api/types/tracks.ts';

type Json = (body: unknown, status?: number) => void;

/** Albums, artists, playlists, likes and bans for developing the page. MOCK_TRACKS=100000 makes a large library. */
export class MockLibrary {
  private lists: Playlist[] = [];
  private marks = new Map<string, MarkedTrack>();
  private nextId = 1;

  /** True when the question was one for this. */
  answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: string,
    all: readonly Track[],
    json: Json,
  ): boolean {
    if (method === 'GET' && path === '/tracks') return this.tracks(query, all, json);
    if (method === 'GET' && path === '/albums') return this.page('albums', query, albums(all), (a) => a.title, json);
    if (method === 'GET' && path === '/artists') return this.page('artists', query, artists(all), (a) => a.name, json);
    const of = /^\/listeners\/[^/]+(\/.*)$/.exec(path)?.[1] ?? '';
    const mark = /^\/tracks\/([^/]+)\/(like|ban)$/.exec(of);
    if (mark) return this.mark(method, decodeURIComponent(mark[1] ?? ''), mark[2] as TrackMark, all, json);
    if (method === 'GET' && of === '/tracks') return (json([...this.marks.values()].reverse()), true);
    const list = /^\/playlists(?:\/(\d+))?$/.exec(of);
    if (!list) return false;
    if (list[1]) return this.list(method, Number(list[1]), body, all, json);
    if (method === 'GET') return (json(this.lists.map(summary)), true);
    const asked = JSON.parse(body) as { name: string; trackIds: string[] };
    const now = new Date().toISOString();
    const made = { id: this.nextId++, name: asked.name, version: 1, createdAt: now, updatedAt: now };
    this.lists.unshift({ ...made, tracks: asked.trackIds.map((id) => entry(id, all)) });
    json(this.lists[0], 201);
    return true;
  }

  isBanned(id: string): boolean {
    return this.marks.get(id)?.mark === 'ban';
  }

  private tracks(query: URLSearchParams, all: readonly Track[], json: Json): boolean {
    const words = (query.get('query') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const is = (name: string, value: string | null) => !query.has(name) || query.get(name) === value;
    const found = all.filter(
      (t) =>
        is('language', t.language) &&
        is('artist', t.artist) &&
        is('genre', t.genre) &&
        is('playable', String(t.playable)) &&
        words.every((w) => `${t.title} ${t.artist} ${t.album}`.toLowerCase().includes(w)),
    );
    const offset = Number(query.get('offset') ?? 0);
    json({ total: found.length, tracks: found.slice(offset, offset + Number(query.get('limit') ?? 50)) });
    return true;
  }

  private page<T>(name: string, query: URLSearchParams, all: T[], text: (item: T) => string, json: Json): true {
    const asked = (query.get('query') ?? '').toLowerCase();
    const found = all.filter((item) => text(item).toLowerCase().includes(asked));
    const offset = Number(query.get('offset') ?? 0);
    json({ total: found.length, [name]: found.slice(offset, offset + Number(query.get('limit') ?? 50)) });
    return true;
  }

  private mark(method: string, id: string, mark: TrackMark, all: readonly Track[], json: Json): true {
    const track = all.find((t) => t.id === id);
    this.marks.delete(id);
    if (method === 'PUT' && track) {
      const { title, artist } = track;
      this.marks.set(id, { trackId: id, title, artist, mark, at: new Date().toISOString(), inCatalogue: true });
    }
    json(null, 200);
    return true;
  }

  private list(method: string, id: number, body: string, all: readonly Track[], json: Json): true {
    const at = this.lists.findIndex((l) => l.id === id);
    const list = this.lists[at];
    if (!list)
      return (json({ type: 'urn:mooddeck:problem:unknown-playlist', detail: 'There is no such playlist.' }, 404), true);
    if (method === 'DELETE') this.lists.splice(at, 1);
    if (method !== 'PUT') return (json(list), true);
    const change = JSON.parse(body) as { name?: string; trackIds?: string[]; version: number };
    if (change.version !== list.version) {
      json({ type: 'urn:mooddeck:problem:stale', detail: 'Somebody changed this playlist meanwhile.' }, 412);
      return true;
    }
    const tracks = change.trackIds?.map((trackId) => entry(trackId, all)) ?? list.tracks;
    this.lists[at] = { ...list, name: change.name ?? list.name, tracks, version: list.version + 1 };
    json(this.lists[at]);
    return true;
  }
}

function entry(trackId: string, all: readonly Track[]) {
  const track = all.find((t) => t.id === trackId) ?? null;
  return { trackId, title: track?.title ?? trackId, artist: track?.artist ?? null, track };
}

function summary(list: Playlist): PlaylistSummary {
  const { id, name, version, createdAt, updatedAt, tracks } = list;
  const playable = tracks.filter((t) => t.track?.playable).length;
  return { id, name, version, createdAt, updatedAt, trackCount: tracks.length, playable, artworkUrl: null };
}

function grouped(all: readonly Track[], key: (t: Track) => string | null): [string, Track[]][] {
  const groups = new Map<string, Track[]>();
  for (const track of all) {
    const name = key(track);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(track);
    else groups.set(name, [track]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

const common = (tracks: Track[]) => ({
  tracks: tracks.length,
  playable: tracks.filter((t) => t.playable).length,
  artworkUrl: null,
  trackIds: tracks.slice(0, 30).map((t) => t.id),
});

function albums(all: readonly Track[]): AlbumTile[] {
  return grouped(all, (t) => t.album && `${t.album}\n${t.artist}`).map(([, tracks]) => ({
    title: tracks[0]?.album ?? '',
    artist: tracks[0]?.artist ?? null,
    year: tracks[0]?.year ?? null,
    ...common(tracks),
  }));
}

function artists(all: readonly Track[]): ArtistTile[] {
  return grouped(all, (t) => t.artist).map(([name, tracks]) => ({
    name,
    albums: new Set(tracks.map((t) => t.album)).size,
    ...common(tracks),
  }));
}
