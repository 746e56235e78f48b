import type { ApiClient } from '../api/client';
import { ServerGone } from '../api/problem';
import type { MachineStatus } from '../api/types';
import { backoffMs } from '../live/backoff';

const heartbeatMs = 15_000;

/** Knows whether the server is there, and calls until it is back. */
export class ServerLink {
  gone = $state(false);
  status = $state.raw<MachineStatus | null>(null);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;

  constructor(
    private readonly api: ApiClient,
    private readonly onBack: () => void,
  ) {}

  /** Asks how the machine is, now and from then on. */
  async ask(): Promise<MachineStatus | null> {
    this.stop();
    try {
      this.status = await this.api.status();
      this.failures = 0;
      const wasGone = this.gone;
      this.gone = false;
      if (wasGone) this.onBack();
      this.later(heartbeatMs);
    } catch (error) {
      this.noticed(error);
      // A server that answers with a problem is there; it is asked again, only not so soon.
      if (!(error instanceof ServerGone)) this.later(heartbeatMs);
    }
    return this.status;
  }

  /** Tells of an error met elsewhere; true when it means that the server is gone. */
  noticed(error: unknown): boolean {
    if (!(error instanceof ServerGone)) return false;
    this.gone = true;
    this.stop();
    this.later(backoffMs(this.failures++));
    return true;
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private later(ms: number): void {
    this.timer = setTimeout(() => void this.ask(), ms);
  }
}
