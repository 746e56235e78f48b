/** After the last touch the list is left alone for this long; whoever reads it by keys needs longer. */
const pauseMs = { pointer: 4000, keys: 15_000 } as const;

/** Knows whether someone is busy in the queue, so that it is not changed under their hand. Times in milliseconds. */
export class RestingHand {
  private busyUntilMs = Number.NEGATIVE_INFINITY;

  touched(by: keyof typeof pauseMs, nowMs: number): void {
    this.busyUntilMs = Math.max(this.busyUntilMs, nowMs + pauseMs[by]);
  }

  busy(nowMs: number): boolean {
    return nowMs < this.busyUntilMs;
  }
}
