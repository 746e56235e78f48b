import type { ApiClient } from '../api/client';
import type { TasteKind, TasteStart, TasteView } from '../api/types/taste';

type TasteApi = Pick<ApiClient, 'taste' | 'learnTaste' | 'forgetTaste' | 'startTaste'>;

/** What was learnt of who listens, and how it is put right. */
export class Taste {
  view = $state.raw<TasteView | null>(null);
  problem = $state('');

  constructor(
    private readonly api: TasteApi,
    private readonly listener: () => string | null,
    private readonly sentence: (error: unknown) => string,
    private readonly onTaught: () => void,
  ) {}

  /** Whether what they do teaches. */
  get learns(): boolean {
    return this.view?.learns ?? false;
  }

  /** Looks what was learnt of who listens now; of the one before nothing is left. */
  load(): Promise<boolean> {
    this.view = null;
    return this.attempt(() => Promise.resolve());
  }

  learn(learns: boolean): Promise<boolean> {
    return this.attempt((listener) => this.api.learnTaste(listener, learns));
  }

  /** Forgets a name of a kind; without one, everything. */
  forget(name?: Partial<Record<TasteKind, string>>): Promise<boolean> {
    return this.change((listener) => this.api.forgetTaste(listener, name));
  }

  /** Begins with what somebody says of their taste. */
  start(said: TasteStart): Promise<boolean> {
    return this.change((listener) => this.api.startTaste(listener, said));
  }

  /** Changes what is known, and with it what follows in the queue. */
  private async change(work: (listener: string) => Promise<unknown>): Promise<boolean> {
    const done = await this.attempt(work);
    if (done) this.onTaught();
    return done;
  }

  /** Does something, and looks how it is then; false when that failed. */
  private async attempt(work: (listener: string) => Promise<unknown>): Promise<boolean> {
    const listener = this.listener();
    if (listener === null) return false;
    this.problem = '';
    try {
      await work(listener);
      const view = await this.api.taste(listener);
      if (listener === this.listener()) this.view = view;
      return true;
    } catch (error) {
      if (listener === this.listener()) this.problem = this.sentence(error);
      return false;
    }
  }
}
