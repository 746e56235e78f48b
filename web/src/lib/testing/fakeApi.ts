import type { ApiClient } from '../api/client';
import type { RecommendationRequest, Recommendations, Track } from '../api/types';
import { track } from './tracks';

/** An API that answers at once from memory, notes what it was asked, and can be made to fail. */
export class FakeApi {
  asked: RecommendationRequest[] = [];
  plays: string[] = [];
  tracks: Track[] = [track('a'), track('b'), track('c', false), track('d')];
  playableInAll = 3;
  /** When set, every call fails with it. */
  failure: Error | null = null;
  keepHistory = false;

  private answer<T>(value: T): Promise<T> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(value);
  }

  status = () =>
    this.answer({
      version: '0',
      tracks: { total: 4, playable: this.playableInAll },
      models: { emotion: 'moodnet', faces: 'deck' },
      demo: 'ready' as const,
    });
  moods = () => this.answer([{ name: 'happy', valence: 0.6, arousal: 0.35, dominance: 0.4, onRim: true }]);
  facets = () => this.answer({ languages: [], artists: [], genres: [], sources: [] });
  demo = () => this.answer({ state: this.playableInAll ? 'ready' : 'absent', done: 0, total: 24, detail: null });
  listeners = () => this.answer([{ id: 'default', name: 'Me', keepHistory: this.keepHistory }]);
  analyze = () => this.answer({});

  recommend = (request: RecommendationRequest): Promise<Recommendations> => {
    this.asked.push(request);
    const [valence = 0, arousal = 0, dominance = 0] = request.vad ?? [];
    const tracks = this.tracks.filter((t) => !request.exclude?.includes(t.id));
    return this.answer({
      target: { valence, arousal, dominance },
      strategy: request.strategy ?? 'match',
      seed: 1,
      tracks,
      playable: tracks.filter((t) => t.playable).length,
      notes: [],
    });
  };

  played = (listener: string, id: string, event: string) => {
    this.plays.push(`${listener} ${event} ${id}`);
    return this.answer(null);
  };

  asClient(): ApiClient {
    return this as unknown as ApiClient;
  }
}
