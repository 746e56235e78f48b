import type { ApiClient } from '../api/client';
import type { Track } from '../api/types/tracks';
import { rank } from '../search/ranking';

/** Keys closer together than this are one question: an answer is to be there 50 ms after a key. */
const pauseMs = 15;
const asked = 100;
const shown = 30;
/** So many are seen without scrolling: they come first, the others once these are drawn. */
const first = 8;
const restMs = 60;

/** What a search found: the best of them, and how many there are in all. */
export interface Found {
  query: string;
  total: number;
  tracks: Track[];
}

/** The catalogue's search field: asks at every key, and shows only the answer to the last question. */
export class Search {
  query = $state('');
  found = $state.raw<Found | null>(null);
  problem = $state('');
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: AbortController | null = null;

  constructor(
    private readonly api: Pick<ApiClient, 'search'>,
    private readonly onError: (error: unknown) => void,
    private readonly sentence: (error: unknown) => string,
  ) {}

  /** What is found stays until there is something newer, so that the list does not flicker between keys. */
  type(query: string): void {
    this.query = query;
    this.running?.abort();
    if (this.timer !== null) clearTimeout(this.timer);
    this.problem = '';
    if (query.trim() === '') this.found = null;
    else this.timer = setTimeout(() => void this.ask(query.trim()), pauseMs);
  }

  clear(): void {
    this.type('');
  }

  private async ask(query: string): Promise<void> {
    const running = new AbortController();
    this.running = running;
    try {
      const page = await this.api.search(query, asked, running.signal);
      if (running.signal.aborted) return;
      const best = rank(page.tracks, query).slice(0, shown);
      this.found = { query, total: page.total, tracks: best.slice(0, first) };
      this.timer = setTimeout(() => (this.found = { query, total: page.total, tracks: best }), restMs);
      this.problem = '';
    } catch (error) {
      if (running.signal.aborted) return;
      this.problem = this.sentence(error);
      this.onError(error);
    }
  }
}
