import type { ApiClient } from '../api/client';
import type { Listener, PlayEvent, Track } from '../api/types';

/** The listener's history: kept only when they said so, and erased when they say so. */
export class History {
  listener = $state.raw<Listener | null>(null);
  keeps = $derived(this.listener?.keepHistory ?? false);

  constructor(
    private readonly api: ApiClient,
    private readonly onError: (error: unknown) => void,
  ) {}

  async load(): Promise<void> {
    this.listener = (await this.api.listeners())[0] ?? null;
  }

  async keep(on: boolean): Promise<void> {
    const listener = this.listener;
    if (!listener) return;
    await this.attempt(async () => {
      await this.api.keepHistory(listener, on);
      this.listener = { ...listener, keepHistory: on };
    });
  }

  /** Erases everything kept; true when it is gone. */
  async erase(): Promise<boolean> {
    const listener = this.listener;
    return listener !== null && this.attempt(() => this.api.eraseHistory(listener.id));
  }

  note(track: Track, event: PlayEvent, positionSeconds: number): void {
    const listener = this.listener;
    if (listener && this.keeps) void this.attempt(() => this.api.played(listener.id, track.id, event, positionSeconds));
  }

  private async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.onError(error);
      return false;
    }
  }
}
