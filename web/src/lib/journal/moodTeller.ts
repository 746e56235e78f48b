import { ApiProblem, ServerGone } from '../api/problem';
import type { MoodReport, MoodSource } from '../api/types/journal';
import type { Estimate } from '../api/types/live';

/** The server keeps one reading for each five seconds and source. */
const everyMs = 5000;
/** As much as a camera reads in six hours; of more the oldest are given up. The server takes 5,000 at once. */
const mostWaiting = 4320;
/** A reading this young is told without its time, so that a wrong clock of this device does no harm. */
const freshMs = 2 * everyMs;

export interface MoodTellerSurroundings {
  /** The listener whose moods are kept; null while nobody's are. */
  keeps(): string | null;
  /** Whether the server is known to be gone; nothing is tried meanwhile. */
  away(): boolean;
  tell(listener: string, moods: MoodReport[]): Promise<{ stored: number }>;
  /** The server stored nothing: the history was switched off elsewhere. */
  onRefused(): void;
  onError(error: unknown): void;
  /** Milliseconds since 1970. */
  now?: () => number;
}

interface Waiting {
  atMs: number;
  report: MoodReport;
}

/**
 * Tells the server the mood that is sensed, at most every five seconds, while the listener's history is kept. What
 * cannot be told waits until the server is back; what belongs to another listener, or to nobody any more, is dropped.
 */
export class MoodTeller {
  private owner: string | null = null;
  private readonly latest = new Map<MoodSource, Waiting>();
  private waiting: Waiting[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private telling: Promise<void> | null = null;
  /** How many hold what is told; see `whileStill`. */
  private still = 0;
  /** Counts what was forgotten, so that a failure from before does not bring it back. */
  private round = 0;
  private readonly now: () => number;

  constructor(private readonly around: MoodTellerSurroundings) {
    this.now = around.now ?? Date.now;
  }

  /** Something was sensed just now. */
  see(
    { valence, arousal, dominance, sigma }: Pick<Estimate, 'valence' | 'arousal' | 'dominance' | 'sigma'>,
    source: MoodSource,
  ): void {
    if (!this.stillTheirs()) this.owner = this.around.keeps();
    if (this.owner === null) return;
    this.latest.set(source, {
      atMs: this.now(),
      report: {
        valence: within(valence, -1, 1),
        arousal: within(arousal, -1, 1),
        dominance: within(dominance, -1, 1),
        sigmaValence: within(sigma.valence, 0, 2),
        sigmaArousal: within(sigma.arousal, 0, 2),
        source,
      },
    });
    this.tellSoon();
  }

  /** Tells what waits now; for when the server is back. */
  async tell(): Promise<void> {
    if (!this.stillTheirs() || this.owner === null) return;
    this.waiting = [...this.waiting, ...this.latest.values()].slice(-mostWaiting);
    this.latest.clear();
    if (this.telling || this.still > 0 || this.around.away() || this.waiting.length === 0) return;
    const { waiting } = this;
    this.waiting = [];
    this.telling = this.send(this.owner, waiting).finally(() => {
      this.telling = null;
      if (this.waiting.length > 0) this.tellSoon();
    });
    await this.telling;
  }

  /**
   * Erases what was told: what is on its way arrives first, nothing is told meanwhile, and what waited then is given
   * up. It waits on where the erasing failed.
   */
  async whileStill<T>(erase: () => Promise<T>): Promise<T> {
    this.still++;
    try {
      await this.telling;
      const erased = await erase();
      this.forget();
      return erased;
    } finally {
      this.still--;
      if (this.waiting.length + this.latest.size > 0) this.tellSoon();
    }
  }

  private async send(owner: string, waiting: Waiting[]): Promise<void> {
    const { round } = this;
    try {
      const { stored } = await this.around.tell(
        owner,
        waiting.map((one) => this.reportOf(one)),
      );
      if (stored === 0) this.around.onRefused();
    } catch (error) {
      if (round === this.round && mayPass(error)) this.waiting = [...waiting, ...this.waiting].slice(-mostWaiting);
      this.around.onError(error);
    }
  }

  /** Gives up what waits. */
  forget(): void {
    this.round++;
    this.owner = null;
    this.latest.clear();
    this.waiting = [];
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Whether what waits belongs to whose moods are kept; what does not is given up. */
  private stillTheirs(): boolean {
    if (this.owner === this.around.keeps()) return true;
    this.forget();
    return false;
  }

  private tellSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.tell();
    }, everyMs);
  }

  private reportOf({ atMs, report }: Waiting): MoodReport {
    return this.now() - atMs < freshMs ? report : { ...report, at: new Date(atMs).toISOString() };
  }
}

/** Whether the same may be taken later: a server that is gone or busy, not one that calls it wrong. */
function mayPass(error: unknown): boolean {
  return error instanceof ServerGone || (error instanceof ApiProblem && (error.status === 429 || error.status >= 500));
}

function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)) * 1000) / 1000;
}
