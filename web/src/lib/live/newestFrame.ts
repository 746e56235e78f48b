/** What of a video frame is used here. */
export interface Closable {
  close(): void;
}

/** Reads a stream as fast as it comes and keeps only the newest frame: whoever asks gets none twice, and none that is old. */
export class NewestFrame<T extends Closable> {
  private kept: T | null = null;
  private waiting: ((frame: T | null) => void) | null = null;
  private over = false;

  constructor(frames: ReadableStream<T>) {
    void this.read(frames.getReader());
  }

  /** The newest frame not given yet, or the next that comes; null once there will be none. The taker closes it. */
  take(): Promise<T | null> {
    const { kept } = this;
    this.kept = null;
    if (kept || this.over) return Promise.resolve(kept);
    this.waiting?.(null);
    return new Promise((resolve) => (this.waiting = resolve));
  }

  private async read(reader: ReadableStreamDefaultReader<T>): Promise<void> {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      this.kept?.close();
      this.kept = null;
      if (this.waiting) this.waiting(value);
      else this.kept = value;
      this.waiting = null;
    }
    this.over = true;
    this.waiting?.(null);
  }
}
