import type { ApiClient } from '../api/client';
import { ServerGone } from '../api/problem';
import type { MachineStatus } from '../api/types/status';
import { backoffMs } from '../live/backoff';

const heartbeatMs = 15_000;

export interface ServerEvents {
  /** It said for the first time how it is, at once or after it was waited for. */
  onFirst(): Promise<void>;
  /** It was gone, and is there again. */
  onBack(): void;
}

/** Knows whether the server is there, and calls until it is back. */
export class ServerLink {
  gone = $state(false);
  status = $state.raw<MachineStatus | null>(null);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;

  constructor(
    private readonly api: ApiClient,
    private readonly events: ServerEvents,
  ) {}

  /** Asks how the machine is, now and from then on. */
  async ask(): Promise<MachineStatus | null> {
    this.stop();
    let status: MachineStatus;
    try {
      status = await this.api.status();
    } catch (error) {
      this.noticed(error);
      // A server that answers with a problem is there; it is asked again, only not so soon.
      if (!(error instanceof ServerGone)) this.later(heartbeatMs);
      return this.status;
    }
    await this.answered(status);
    return status;
  }

  /** Tells of an error met elsewhere; true when it means that the server is gone. */
  noticed(error: unknown): boolean {
    if (!(error instanceof ServerGone)) return false;
    this.gone = true;
    this.later(backoffMs(this.failures++));
    return true;
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async answered(status: MachineStatus): Promise<void> {
    const { gone, status: before } = this;
    this.status = status;
    this.failures = 0;
    this.gone = false;
    this.later(heartbeatMs);
    if (before === null) await this.events.onFirst();
    else if (gone) this.events.onBack();
  }

  private later(ms: number): void {
    this.stop();
    this.timer = setTimeout(() => void this.ask(), ms);
  }
}
