/** After the last touch the list is left alone for this long. */
const pauseMs = 4000;

/** Knows whether someone is busy in the queue, so that it is not changed under their hand. Times in milliseconds. */
export class RestingHand {
  private lastTouch = Number.NEGATIVE_INFINITY;

  touched(nowMs: number): void {
    this.lastTouch = nowMs;
  }

  busy(nowMs: number): boolean {
    return nowMs - this.lastTouch < pauseMs;
  }
}
