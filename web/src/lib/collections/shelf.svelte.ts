export interface ShelfPage<T> {
  total: number;
  items: readonly T[];
}

export type FetchPage<T> = (limit: number, offset: number, signal: AbortSignal) => Promise<ShelfPage<T>>;

/** Up to so many are fetched whole, so that they can be sorted; of more only what is looked at. */
export const wholeUpTo = 3000;
const pageSize = 100;
const wholePage = 500;

/** A long row of things at the server, of which only those that are looked at are fetched. */
export class Shelf<T> {
  /** How many there are; null until that is known. */
  total = $state<number | null>(null);
  problem = $state('');
  private pages = $state.raw<Readonly<Record<number, readonly T[]>>>({});
  private whole = $state.raw<readonly T[] | null>(null);
  private readonly asked: Record<number, boolean> = {};
  private readonly stop = new AbortController();

  constructor(
    private readonly fetchPage: FetchPage<T>,
    /** In which order; null is the server's. */
    private readonly order: ((a: T, b: T) => number) | null,
    private readonly sentence: (error: unknown) => string,
  ) {}

  /** Fetches the beginning, and where an order was asked for and it is short enough, all. */
  async open(): Promise<void> {
    await this.fetch(0);
    const { total } = this;
    if (!this.order || total === null || total > wholeUpTo) return;
    await this.attempt(async () => {
      const all: T[] = [];
      for (let offset = 0; offset < total; offset += wholePage)
        all.push(...(await this.fetchPage(wholePage, offset, this.stop.signal)).items);
      if (this.order) this.whole = all.sort(this.order);
    });
  }

  /** Whether the order that was asked for cannot be had. */
  get tooLongToSort(): boolean {
    return this.order !== null && (this.total ?? 0) > wholeUpTo;
  }

  at(index: number): T | undefined {
    return this.whole ? this.whole[index] : this.pages[Math.floor(index / pageSize)]?.[index % pageSize];
  }

  /** Sees to it that those from first to last are fetched. */
  need(first: number, last: number): void {
    if (this.whole || this.total === null) return;
    const end = Math.min(last, this.total - 1);
    for (let page = Math.floor(first / pageSize); page * pageSize <= end; page++) void this.fetch(page);
  }

  /** Asks again for what failed. */
  async retry(): Promise<void> {
    this.problem = '';
    await this.open();
  }

  close(): void {
    this.stop.abort();
  }

  private async fetch(page: number): Promise<void> {
    if (this.asked[page]) return;
    this.asked[page] = true;
    const done = await this.attempt(async () => {
      const answer = await this.fetchPage(pageSize, page * pageSize, this.stop.signal);
      this.total = answer.total;
      this.pages = { ...this.pages, [page]: answer.items };
    });
    if (!done) this.asked[page] = false;
  }

  private async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.problem = '';
      return true;
    } catch (error) {
      if (!this.stop.signal.aborted) this.problem = this.sentence(error);
      return false;
    }
  }
}
