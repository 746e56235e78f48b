import type { PlanePoint } from '../dial/geometry';

export interface FollowOptions {
  /** How far the mood must have moved, in units of the plane, before the queue follows. */
  movedBy: number;
  /** Over how long it must have stood still, and how still. */
  settleMs: number;
  stillWithin: number;
  /** A mood that has been elsewhere for this long counts as moved, even when it never stands still. */
  impatienceMs: number;
  /** The queue follows a face no oftener than this. */
  spacingMs: number;
  /** The first queue comes sooner: after this much of looking. */
  firstAfterMs: number;
}

const defaults: FollowOptions = {
  movedBy: 0.18,
  settleMs: 1500,
  stillWithin: 0.08,
  impatienceMs: 10_000,
  spacingMs: 4000,
  firstAfterMs: 250,
};

/**
 * Says when the queue should follow the mood that a face shows: when it has moved far enough from where the queue was
 * last chosen and has settled there, so that a grimace changes nothing.
 */
export class FollowPolicy {
  private readonly options: FollowOptions;
  private recent: { point: PlanePoint; atMs: number }[] = [];
  private chosenFor: PlanePoint | null = null;
  private awaySinceMs: number | null = null;
  private chosenAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: Partial<FollowOptions> = {}) {
    this.options = { ...defaults, ...options };
  }

  /** Takes one estimate in. */
  see(point: PlanePoint, atMs: number): void {
    this.recent.push({ point: { valence: point.valence, arousal: point.arousal }, atMs });
    const away = this.chosenFor !== null && distance(point, this.chosenFor) >= this.options.movedBy;
    this.awaySinceMs = away ? (this.awaySinceMs ?? atMs) : null;
    // One estimate older than the window stays, so that the window is known to be covered.
    while (this.recent[1] && atMs - this.recent[1].atMs >= this.options.settleMs) this.recent.shift();
  }

  /** Whether a new queue is due now. */
  due(nowMs: number): boolean {
    const last = this.recent[this.recent.length - 1];
    const first = this.recent[0];
    if (!last || !first) return false;
    if (!this.chosenFor) return nowMs - first.atMs >= this.options.firstAfterMs;
    if (nowMs - this.chosenAtMs < this.options.spacingMs) return false;
    if (this.awaySinceMs === null) return false;
    if (nowMs - this.awaySinceMs >= this.options.impatienceMs) return true;
    if (nowMs - first.atMs < this.options.settleMs) return false;
    return this.recent.every((seen) => distance(seen.point, last.point) <= this.options.stillWithin);
  }

  /** Notes that a queue was asked for. */
  chose(point: PlanePoint, atMs: number): void {
    this.chosenFor = { valence: point.valence, arousal: point.arousal };
    this.chosenAtMs = atMs;
    this.awaySinceMs = null;
  }

  /** Starts over: the next face gets its queue quickly. */
  reset(): void {
    this.recent = [];
    this.chosenFor = null;
    this.awaySinceMs = null;
    this.chosenAtMs = Number.NEGATIVE_INFINITY;
  }
}

function distance(a: PlanePoint, b: PlanePoint): number {
  return Math.hypot(a.valence - b.valence, a.arousal - b.arousal);
}
