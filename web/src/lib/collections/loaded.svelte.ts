/** Something that is fetched: there, on its way, or failed and to be asked for again. */
export class Loaded<T> {
  value = $state.raw<T | null>(null);
  problem = $state('');
  private readonly stop = new AbortController();

  constructor(
    private readonly fetch: (signal: AbortSignal) => Promise<T>,
    private readonly sentence: (error: unknown) => string,
  ) {}

  async load(): Promise<void> {
    this.problem = '';
    try {
      const value = await this.fetch(this.stop.signal);
      if (!this.stop.signal.aborted) this.value = value;
    } catch (error) {
      if (!this.stop.signal.aborted) this.problem = this.sentence(error);
    }
  }

  close(): void {
    this.stop.abort();
  }
}
