import type { ApiClient } from '../api/client';
import type { Listener } from '../api/types/listeners';
import type { PlayEvent, Track } from '../api/types/tracks';
import type { Household } from '../listeners/household.svelte';

/** What is kept of who listens: only while they say so. */
export class History {
  /** Who began the track that is on. */
  private beganFor: string | null = null;

  constructor(
    private readonly household: Household,
    private readonly api: ApiClient,
    private readonly onError: (error: unknown) => void,
  ) {}

  get listener(): Listener | null {
    return this.household.current;
  }

  get keeps(): boolean {
    return this.listener?.keepHistory ?? false;
  }

  keep(on: boolean): Promise<void> {
    return this.household.keep(on);
  }

  /** Tells what happened to a track. How it ended is nobody's when somebody else had begun it. */
  note(track: Track, event: PlayEvent, positionSeconds: number): void {
    const listener = this.listener;
    if (event === 'started') this.beganFor = listener?.id ?? null;
    if (!listener?.keepHistory || this.beganFor !== listener.id) return;
    this.api.played(listener.id, track.id, event, positionSeconds).catch(this.onError);
  }
}
