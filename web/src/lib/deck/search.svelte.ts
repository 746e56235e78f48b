import type { ApiClient } from '../api/client';
import { sentenceOf } from '../api/problem';
import type { TrackPage } from '../api/types';

const pauseMs = 200;
const limit = 30;

/** The catalogue's search field: asks when typing pauses, and shows only the answer to the last question. */
export class Search {
  query = $state('');
  page = $state.raw<TrackPage | null>(null);
  problem = $state('');
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: AbortController | null = null;

  constructor(
    private readonly api: ApiClient,
    private readonly onError: (error: unknown) => void,
  ) {}

  type(query: string): void {
    this.query = query;
    this.running?.abort();
    if (this.timer !== null) clearTimeout(this.timer);
    if (query.trim() === '') {
      this.page = null;
      return;
    }
    this.timer = setTimeout(() => void this.ask(query.trim()), pauseMs);
  }

  private async ask(query: string): Promise<void> {
    const running = new AbortController();
    this.running = running;
    try {
      const page = await this.api.search(query, limit, running.signal);
      if (running !== this.running || running.signal.aborted) return;
      this.page = page;
      this.problem = '';
    } catch (error) {
      if (running.signal.aborted) return;
      this.problem = sentenceOf(error);
      this.onError(error);
    }
  }
}
