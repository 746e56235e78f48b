/**
 * Says when the next camera frame may go: at the pace it is given and one in flight, so that what is sent is always the
 * newest. An answer that never comes holds the line for half a second, no longer. Times in milliseconds.
 */
export class FramePacer {
  private inFlight = false;
  private lastSent = Number.NEGATIVE_INFINITY;

  constructor(private readonly patienceMs = 500) {}

  maySend(now: number, spacingMs: number): boolean {
    const waited = now - this.lastSent;
    return waited >= (this.inFlight ? Math.max(this.patienceMs, spacingMs) : spacingMs);
  }

  /** How long until a frame may go, if what is in flight is answered by then; never negative. */
  dueInMs(now: number, spacingMs: number): number {
    return Math.max(0, this.lastSent + spacingMs - now);
  }

  sent(now: number): void {
    this.inFlight = true;
    this.lastSent = now;
  }

  answered(): void {
    this.inFlight = false;
  }

  reset(): void {
    this.inFlight = false;
    this.lastSent = Number.NEGATIVE_INFINITY;
  }
}
