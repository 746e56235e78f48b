/**
 * Says when the next camera frame may go: at most ten a second and one in flight, so that what is sent is always the
 * newest. An answer that never comes holds the line for half a second, no longer. Times in milliseconds.
 */
export class FramePacer {
  private inFlight = false;
  private lastSent = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly spacingMs = 100,
    private readonly patienceMs = 500,
  ) {}

  maySend(now: number): boolean {
    const waited = now - this.lastSent;
    return waited >= (this.inFlight ? this.patienceMs : this.spacingMs);
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
