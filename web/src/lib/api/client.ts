import { ApiProblem, ServerGone } from './problem';
import type {
  AnalyzedImage,
  DemoState,
  Facets,
  Lan,
  LanDevice,
  LanInvitation,
  Listener,
  MachineStatus,
  NamedMood,
  PlayEvent,
  RecommendationRequest,
  Recommendations,
  StoredCorrection,
  StoredNeutral,
  TrackPage,
  Training,
  Trainings,
} from './types';

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

  keepHistory(listener: Listener, keepHistory: boolean): Promise<Listener | null> {
    return this.send('PUT', `/listeners/${encodeURIComponent(listener.id)}`, { name: listener.name, keepHistory });
  }

  played(listener: string, trackId: string, event: PlayEvent, positionSeconds: number): Promise<null> {
    return this.send('POST', `/listeners/${encodeURIComponent(listener)}/plays`, { trackId, event, positionSeconds });
  }

  eraseHistory(listener: string): Promise<null> {
    return this.send('DELETE', `/listeners/${encodeURIComponent(listener)}/plays`);
  }

  neutral = (listener: string) => this.get<StoredNeutral[]>(this.ofFace(listener, 'neutral'));
  eraseNeutral = (listener: string) => this.send<null>('DELETE', this.ofFace(listener, 'neutral'));
  corrections = (listener: string) => this.get<StoredCorrection[]>(this.ofFace(listener, 'corrections'));
  eraseCorrections = (listener: string) => this.send<null>('DELETE', this.ofFace(listener, 'corrections'));
  eraseCorrection = (listener: string, id: number) =>
    this.send<null>('DELETE', this.ofFace(listener, `corrections/${id}`));

  lan = () => this.get<Lan>('/lan');
  invite = () => this.send<LanInvitation>('POST', '/lan/invitation');
  devices = () => this.get<LanDevice[]>('/lan/devices');
  removeDevice = (id: string) => this.send<null>('DELETE', `/lan/devices/${encodeURIComponent(id)}`);

  renameDevice(id: string, name: string): Promise<LanDevice> {
    return this.send('PUT', `/lan/devices/${encodeURIComponent(id)}`, { name });
  }

  private ofFace(listener: string, what: string): string {
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
