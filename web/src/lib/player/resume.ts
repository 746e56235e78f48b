import type { SettingsStore } from '../settings/settings';
import { readSnapshot, type PlaybackSnapshot } from './snapshot';

const key = 'mooddeck.playback';
const spacingMs = 5000;

/** Keeps a snapshot in the browser's store, written at most every five seconds. */
export class ResumeKeeper {
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** @param take Gives the snapshot of the moment it is written. */
  constructor(
    private readonly store: SettingsStore | null,
    private readonly take: () => PlaybackSnapshot,
  ) {}

  /** What an earlier visit left, or null. */
  load(): PlaybackSnapshot | null {
    try {
      return readSnapshot(JSON.parse(this.store?.getItem(key) ?? 'null'));
    } catch {
      // Written by something else, or storage is closed to us.
      return null;
    }
  }

  /** Something changed that is worth keeping. */
  changed(): void {
    this.timer ??= setTimeout(() => this.flush(), spacingMs);
  }

  /** Writes now; the page may be going away. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    try {
      this.store?.setItem(key, JSON.stringify(this.take()));
    } catch {
      // A full or closed storage only means that nothing is remembered.
    }
  }
}
