import type { ApiClient } from '../api/client';
import { ApiProblem } from '../api/problem';
import type { Strategy, Vad } from '../api/types/mood';
import type { RecommendationRequest, Recommendations } from '../api/types/recommendations';
import type { Facets } from '../api/types/tracks';
import { problemOf } from '../i18n/remark';
import type { Text } from '../i18n/text.svelte';
import type { Course, Radio } from '../player/course';
import type { Settings } from '../settings/settings';
import { Way } from './way.svelte';

/** Of what was heard lately, this much stays out of a new choice. */
export const rest = 8;
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
  readonly way: Way;
  /** While it is on, it stands in place of mood, strategy and filters. */
  radio = $state.raw<Radio | null>(null);
  /** The last radio the server had an answer for. */
  private agreed: Radio | null = null;
  private running: AbortController | null = null;

  constructor(
    private readonly api: ApiClient,
    private readonly settings: Settings,
    private readonly text: Text,
    private readonly onError: (error: unknown) => void,
    private readonly listener: () => string | null = () => null,
  ) {
    this.way = new Way(settings);
  }

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
   * @param hereOnly Nothing that would only open on the web; a radio then repeats what was not heard just now.
   * @param resting So many of those heard last stay out.
   */
  async ask(
    mood: Vad | null,
    heard: readonly string[],
    hereOnly = false,
    resting = rest,
  ): Promise<Recommendations | null> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.busy = true;
    const { radio } = this;
    try {
      const answer = await this.api.recommend(this.request(mood, heard, hereOnly, resting), running.signal);
      if (running !== this.running) return null;
      this.problem = '';
      this.answer = answer;
      this.agreed = radio;
      return answer;
    } catch (error) {
      if (running !== this.running) return null;
      if (radio === this.radio) this.fallBack(error);
      this.problem = problemOf(this.text, error);
      this.onError(error);
      return null;
    } finally {
      if (running === this.running) this.busy = false;
    }
  }

  /** Puts a radio on; where the server does not agree, the one before stays. */
  tune(radio: Radio): void {
    if (!this.radio) this.agreed = null;
    this.radio = radio;
  }

  get course(): Course {
    return { strategy: this.strategy, radio: this.radio, way: this.way.left };
  }

  /** Goes on where an earlier visit was going, unless the strategy has become another since. */
  resume({ strategy, radio, way }: Course): void {
    this.radio = this.agreed = radio;
    if (way && strategy === this.strategy) this.way.resume(way);
  }

  private fallBack(error: unknown): void {
    // What a radio goes on from is no more: asked again, it would be refused again.
    const refused = error instanceof ApiProblem && [400, 404].includes(error.status);
    if (this.radio !== this.agreed) this.radio = this.radio && this.agreed;
    else if (refused) this.radio = null;
  }

  private request(
    asked: Vad | null,
    heard: readonly string[],
    hereOnly: boolean,
    resting: number,
  ): RecommendationRequest {
    const { strategy, languages, artists, genres } = this.settings;
    const listener = this.listener();
    const short = (n: number) => Math.round(n * 1000) / 1000;
    const always = {
      limit,
      ...(listener === null ? {} : { listener }),
      ...(hereOnly ? { sources: [...playsHere] } : {}),
    };
    // A radio goes on and on: all that is remembered as heard stays out, until nothing else is left to go on with.
    if (this.radio) return { ...always, radio: this.radio.seed, exclude: heard.slice(hereOnly ? -resting : 0) };
    const { start, ...way } = (asked && this.way.leads && this.way.ask(asked)) || { start: null };
    const mood = start ?? asked;
    return {
      ...always,
      strategy,
      ...(mood ? { vad: [short(mood.valence), short(mood.arousal), short(mood.dominance)] } : {}),
      ...(start ? { from: [short(start.valence), short(start.arousal)], ...way } : {}),
      ...(languages.length > 0 ? { languages: [...languages] } : {}),
      ...(artists.length > 0 ? { artists: [...artists] } : {}),
      ...(genres.length > 0 ? { genres: [...genres] } : {}),
      ...(heard.length > 0 ? { exclude: heard.slice(-resting) } : {}),
    };
  }
}
