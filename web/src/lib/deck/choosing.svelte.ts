import type { ApiClient } from '../api/client';
import type { Strategy, Vad } from '../api/types/mood';
import type { RecommendationRequest, Recommendations } from '../api/types/recommendations';
import type { Facets } from '../api/types/tracks';
import { problemOf } from '../i18n/remark';
import type { Text } from '../i18n/text.svelte';
import type { Settings } from '../settings/settings';

/** Of what was heard lately, this much stays out of a new choice. */
const rest = 8;
const limit = 24;
/** Whose files lie on the server's machine. */
const playsHere = ['library', 'demo'] as const;

export const filterKinds = ['languages', 'artists', 'genres'] as const;
export type FilterKind = (typeof filterKinds)[number];

/** What the choice of tracks is made from, and the server's last answer. */
export class Choosing {
  facets = $state.raw<Facets | null>(null);
  answer = $state.raw<Recommendations | null>(null);
  problem = $state('');
  busy = $state(false);
  private running: AbortController | null = null;

  constructor(
    private readonly api: ApiClient,
    private readonly settings: Settings,
    private readonly text: Text,
    private readonly onError: (error: unknown) => void,
    private readonly listener: () => string | null = () => null,
  ) {}

  get strategy(): Strategy {
    return this.settings.strategy;
  }

  get filtered(): boolean {
    const { languages, artists, genres } = this.settings;
    return languages.length + artists.length + genres.length > 0;
  }

  /**
   * Asks for a new choice and gives it; null when it failed or a newer question overtook it. The last answer stays
   * until there is a new one.
   * @param hereOnly Nothing that would only open on the web.
   */
  async ask(mood: Vad | null, heard: readonly string[], hereOnly = false): Promise<Recommendations | null> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.busy = true;
    try {
      const answer = await this.api.recommend(this.request(mood, heard, hereOnly), running.signal);
      if (running !== this.running) return null;
      this.problem = '';
      this.answer = answer;
      return answer;
    } catch (error) {
      if (running !== this.running) return null;
      this.problem = problemOf(this.text, error);
      this.onError(error);
      return null;
    } finally {
      if (running === this.running) this.busy = false;
    }
  }

  private request(mood: Vad | null, heard: readonly string[], hereOnly: boolean): RecommendationRequest {
    const { strategy, languages, artists, genres } = this.settings;
    const listener = this.listener();
    const short = (n: number) => Math.round(n * 1000) / 1000;
    return {
      strategy,
      limit,
      ...(listener === null ? {} : { listener }),
      ...(mood ? { vad: [short(mood.valence), short(mood.arousal), short(mood.dominance)] } : {}),
      ...(languages.length > 0 ? { languages: [...languages] } : {}),
      ...(artists.length > 0 ? { artists: [...artists] } : {}),
      ...(genres.length > 0 ? { genres: [...genres] } : {}),
      ...(hereOnly ? { sources: [...playsHere] } : {}),
      ...(heard.length > 0 ? { exclude: heard.slice(-rest) } : {}),
    };
  }
}
