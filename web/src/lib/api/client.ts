import { ApiProblem, ServerGone } from './problem';
import type { Lan, LanDevice, LanInvitation } from './types/devices';
import type { AnalyzedImage } from './types/faces';
import type { MusicFolder, Places, ScanProblems, ScanState } from './types/folders';
import type { ErasedHistory, Journal, JournalRange, MoodReport } from './types/journal';
import type { Listener, MarkedTrack, StoredCorrection, StoredNeutral, TrackMark } from './types/listeners';
import type { NamedMood } from './types/mood';
import type { Playlist, PlaylistSummary, SmartPlaylist, SmartRules, SmartTracks } from './types/playlists';
import type { MoodGroup } from './types/moods';
import type { RecommendationRequest, Recommendations } from './types/recommendations';
import type { Feeling, Lyrics, TrackSheet } from './types/sheet';
import type { Station, Stations } from './types/stations';
import type { DemoState, MachineStatus } from './types/status';
import type { TasteKind, TasteStart, TasteView } from './types/taste';
import type {
  AlbumPage,
  ArtistPage,
  Facets,
  PlayReport,
  TileQuery,
  Track,
  TrackPage,
  TrackQuery,
} from './types/tracks';
import type { Training, Trainings } from './types/trainings';

/** The question mark and what follows it; a list is named once for each of its values, nothing for nothing. */
function asked(values: object): string {
  const given = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const named = given.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]);
  return named.length ? `?${new URLSearchParams(named)}` : '';
}

/** The typed client of everything under `/api/v1` but the live socket. */
export class ApiClient {
  constructor(
    private readonly fetcher: typeof fetch = (...args) => fetch(...args),
    private readonly base = '/api/v1',
    /** Called when this device is no longer (or not yet) paired: the server lets it see one page, which says so. */
    private readonly shutOut: () => void = () => location.replace('/pair'),
  ) {}

  status = () => this.get<MachineStatus>('/status');
  moods = () => this.get<NamedMood[]>('/moods');
  facets = () => this.get<Facets>('/facets');
  demo = () => this.get<DemoState>('/demo');
  makeDemo = () => this.send<DemoState>('POST', '/demo');
  listeners = () => this.get<Listener[]>('/listeners');

  recommend(request: RecommendationRequest, signal?: AbortSignal): Promise<Recommendations> {
    return this.send('POST', '/recommendations', request, signal);
  }

  analyze(picture: Blob): Promise<AnalyzedImage> {
    return this.read('/analyze', picture);
  }

  trainings = () => this.get<Trainings>('/trainings');
  training = (id: string) => this.get<Training>(`/trainings/${id}`);
  stopTraining = (id: string) => this.send<Training>('POST', `/trainings/${id}/stop`);
  keepTraining = (id: string) => this.send<Training>('POST', `/trainings/${id}/keep`);
  removeTraining = (id: string) => this.send<null>('DELETE', `/trainings/${id}`);
  goBack = () => this.send<null>('POST', '/trainings/go-back');

  uploadTraining(zip: File): Promise<Training> {
    return this.json(`/trainings?${new URLSearchParams({ name: zip.name })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/zip' },
      body: zip,
    });
  }

  startTraining(id: string, options: { arch?: string; epochs?: number } = {}): Promise<Training> {
    return this.send('POST', `/trainings/${id}/start`, options);
  }

  /** Reads a picture with the model a training made. */
  tryTraining(id: string, picture: Blob): Promise<AnalyzedImage> {
    return this.read(`/trainings/${id}/try`, picture);
  }
  search(query: string, limit: number, signal?: AbortSignal): Promise<TrackPage> {
    const parameters = new URLSearchParams({ query, limit: String(limit) });
    return this.json(`/tracks?${parameters}`, signal ? { signal } : {});
  }

  track = (id: string) => this.get<Track>(`/tracks/${encodeURIComponent(id)}`);
  lyrics = (id: string) => this.get<Lyrics>(`/tracks/${encodeURIComponent(id)}/lyrics`);

  /** What is known of a track, with where this listener says it belongs. */
  sheet(id: string, listener?: string): Promise<TrackSheet> {
    return this.get(`/tracks/${encodeURIComponent(id)}/sheet` + asked({ listener }));
  }

  /** Says where a track belongs for a listener; null takes that back. */
  feel(listener: string, trackId: string, feeling: Feeling | null): Promise<null> {
    const path = this.of(listener, `tracks/${encodeURIComponent(trackId)}/mood`);
    return feeling ? this.send('PUT', path, feeling) : this.send('DELETE', path);
  }

  tracks(query: TrackQuery, signal?: AbortSignal): Promise<TrackPage> {
    return this.json('/tracks' + asked(query), signal ? { signal } : {});
  }

  keepHistory(listener: Listener, keepHistory: boolean): Promise<Listener | null> {
    return this.send('PUT', `/listeners/${encodeURIComponent(listener.id)}`, { keepHistory });
  }

  played = (listener: string, play: PlayReport) => this.send<null>('POST', this.of(listener, 'plays'), play);

  taste = (listener: string) => this.get<TasteView>(this.of(listener, 'taste'));
  learnTaste = (listener: string, learns: boolean) => this.send<null>('PUT', this.of(listener, 'taste'), { learns });
  startTaste = (listener: string, start: TasteStart) =>
    this.send<null>('POST', this.of(listener, 'taste/start'), start);

  /** Forgets one name of a kind; without one, everything. */
  forgetTaste(listener: string, name: Partial<Record<TasteKind, string>> = {}): Promise<null> {
    return this.send('DELETE', this.of(listener, 'taste') + asked(name));
  }

  /** Where a browser downloads all lessons from. */
  tasteExportUrl = (listener: string) => `${this.base}${this.of(listener, 'taste/export')}`;

  /** Up to five tracks that play here and are unlike each other. */
  async tasting(listener: string, favourites: Omit<TasteStart, 'verdicts'>): Promise<Track[]> {
    const path = this.of(listener, 'taste/tasting') + asked({ ...favourites });
    return (await this.get<{ tracks: Track[] }>(path)).tracks;
  }

  neutral = (listener: string) => this.get<StoredNeutral[]>(this.of(listener, 'neutral'));
  eraseNeutral = (listener: string) => this.send<null>('DELETE', this.of(listener, 'neutral'));
  corrections = (listener: string) => this.get<StoredCorrection[]>(this.of(listener, 'corrections'));
  eraseCorrections = (listener: string) => this.send<null>('DELETE', this.of(listener, 'corrections'));
  eraseCorrection = (listener: string, id: number) => this.send<null>('DELETE', this.of(listener, `corrections/${id}`));

  lan = () => this.get<Lan>('/lan');
  invite = () => this.send<LanInvitation>('POST', '/lan/invitation');
  devices = () => this.get<LanDevice[]>('/lan/devices');
  removeDevice = (id: string) => this.send<null>('DELETE', `/lan/devices/${encodeURIComponent(id)}`);

  renameDevice(id: string, name: string): Promise<LanDevice> {
    return this.send('PUT', `/lan/devices/${encodeURIComponent(id)}`, { name });
  }
  addListener = (name: string) => this.send<Listener>('POST', '/listeners', { name });
  removeListener = (listener: string) => this.send<null>('DELETE', `/listeners/${encodeURIComponent(listener)}`);

  renameListener(listener: string, name: string): Promise<Listener> {
    return this.send('PUT', `/listeners/${encodeURIComponent(listener)}`, { name });
  }

  /** Tells one reading, or those of a page that was offline; answers how many were stored, 0 while no history is kept. */
  felt(listener: string, moods: MoodReport | MoodReport[]): Promise<{ stored: number }> {
    return this.send('POST', this.of(listener, 'moods'), moods);
  }

  journal(listener: string, range: JournalRange = {}, signal?: AbortSignal): Promise<Journal> {
    return this.json(this.of(listener, 'journal') + asked(range), signal ? { signal } : {});
  }

  /** Erases readings and plays, all or those of a range. */
  eraseJournal(listener: string, range: JournalRange = {}): Promise<ErasedHistory> {
    return this.send('DELETE', this.of(listener, 'journal') + asked(range));
  }

  /** Where a browser downloads the journal from. */
  journalExportUrl(listener: string, format: 'csv' | 'json', range: JournalRange = {}): string {
    return this.base + this.of(listener, 'journal/export') + asked({ format, ...range });
  }

  playlists = (listener: string) => this.get<PlaylistSummary[]>(this.of(listener, 'playlists'));
  playlist = (listener: string, id: number) => this.get<Playlist>(this.of(listener, `playlists/${id}`));
  removePlaylist = (listener: string, id: number) => this.send<null>('DELETE', this.of(listener, `playlists/${id}`));

  makePlaylist(listener: string, name: string, trackIds: string[]): Promise<Playlist> {
    return this.send('POST', this.of(listener, 'playlists'), { name, trackIds });
  }

  /** Changes a playlist; what is left out stays. Of another version nothing is changed (412 `stale`). */
  changePlaylist(
    listener: string,
    list: { id: number; version: number },
    change: { name?: string; trackIds?: string[] },
  ): Promise<Playlist> {
    return this.send('PUT', this.of(listener, `playlists/${list.id}`), { ...change, version: list.version });
  }

  /** Where a browser downloads a playlist from. */
  playlistExportUrl(listener: string, id: number, format: 'm3u8' | 'csv' | 'json', kind = 'playlists'): string {
    return this.base + this.of(listener, `${kind}/${id}/export`) + asked({ format });
  }

  smartPlaylists = (listener: string) => this.get<SmartPlaylist[]>(this.of(listener, 'smart-playlists'));
  smartPlaylist = (listener: string, id: number) => this.get<SmartPlaylist>(this.of(listener, `smart-playlists/${id}`));
  smartTracks = (listener: string, id: number) =>
    this.get<SmartTracks>(this.of(listener, `smart-playlists/${id}/tracks`));
  removeSmart = (listener: string, id: number) => this.send<null>('DELETE', this.of(listener, `smart-playlists/${id}`));

  makeSmart(listener: string, name: string, rules: SmartRules): Promise<SmartPlaylist> {
    return this.send('POST', this.of(listener, 'smart-playlists'), { name, rules });
  }

  /** Gives a smart playlist its name and its rules. Of another version nothing is changed (412 `stale`). */
  changeSmart(listener: string, { id, ...change }: SmartPlaylist): Promise<SmartPlaylist> {
    return this.send('PUT', this.of(listener, `smart-playlists/${id}`), change);
  }

  libraryMoods = async () => (await this.get<{ groups: MoodGroup[] }>('/library/moods')).groups;

  markedTracks = (listener: string) => this.get<MarkedTrack[]>(this.of(listener, 'tracks'));

  /** Likes or bans a track, or takes that back. */
  mark(listener: string, trackId: string, mark: TrackMark, on = true): Promise<null> {
    return this.send(on ? 'PUT' : 'DELETE', this.of(listener, `tracks/${encodeURIComponent(trackId)}/${mark}`));
  }

  albums(query: TileQuery = {}, signal?: AbortSignal): Promise<AlbumPage> {
    return this.json('/albums' + asked(query), signal ? { signal } : {});
  }

  artists(query: TileQuery = {}, signal?: AbortSignal): Promise<ArtistPage> {
    return this.json('/artists' + asked(query), signal ? { signal } : {});
  }

  stations = () => this.get<Stations>('/stations');

  /** The tracks nearest to a point of the plane, nearest first. */
  async stationsNear(valence: number, arousal: number, limit: number, signal?: AbortSignal): Promise<Station[]> {
    const near = `/stations/near${asked({ valence, arousal, limit })}`;
    return (await this.json<{ stations: Station[] }>(near, signal ? { signal } : {})).stations;
  }

  folders = () => this.get<MusicFolder[]>('/library/folders');
  scan = () => this.get<ScanState>('/library/scan');
  scanAgain = () => this.send<ScanState>('POST', '/library/scan');
  stopScan = () => this.send<ScanState>('DELETE', '/library/scan');
  /** What scans could not read. */
  problems = (offset: number, limit: number) => this.get<ScanProblems>('/library/problems' + asked({ offset, limit }));

  /** Starts scanning a folder of the server's machine, and has it remembered. */
  addFolder(path: string): Promise<ScanState> {
    return this.send('POST', '/library/folders', { path });
  }

  /** Forgets a folder and takes its tracks out of the catalogue. */
  removeFolder(path: string): Promise<null> {
    return this.send('DELETE', '/library/folders' + asked({ path }));
  }

  /** The folders at a place of the server's machine; where choosing begins without one. */
  places(path?: string): Promise<Places> {
    return this.get('/library/places' + asked({ path }));
  }

  private of(listener: string, what: string): string {
    return `/listeners/${encodeURIComponent(listener)}/${what}`;
  }

  private async read(path: string, picture: Blob): Promise<AnalyzedImage> {
    const answer = await this.json<{ images: AnalyzedImage[] }>(path, {
      method: 'POST',
      headers: { 'content-type': picture.type || 'application/octet-stream' },
      body: picture,
    });
    const image = answer.images[0];
    if (!image || image.error) throw new ApiProblem(422, 'about:blank', image?.error ?? 'The server read no picture.');
    return image;
  }

  private get<T>(path: string): Promise<T> {
    return this.json<T>(path, {});
  }

  private send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    return this.json<T>(path, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  }

  private async json<T>(path: string, init: RequestInit): Promise<T> {
    let response: Response;
    try {
      response = await this.fetcher(this.base + path, init);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ServerGone();
    }
    if (response.status === 401) this.shutOut();
    if (!response.ok) throw await ApiProblem.of(response);
    const text = await response.text();
    return (text === '' ? null : JSON.parse(text)) as T;
  }
}
