import type { LiveReading } from '../api/types/live';

/** How the battery is; null where there is none, or none that browsers tell of. */
export interface Power {
  charging: boolean;
  /** 0 to 1. */
  level: number;
}

const fullMs = 100;
const noFaceMs = 1000;
const noFaceAfterMs = 30_000;
const steadyAfterMs = 20_000;
const lowBattery = 0.3;

/** On the plane from -1 to 1; what a face at rest sways by stays below it. */
const sameMood = 0.12;

/** Says how long to leave between two frames: less is looked at where less is to be seen. Times in milliseconds. */
export class FramePolicy {
  /** Whether nobody sees the page; then there are no frames at all. */
  hidden = false;
  power: Power | null = null;
  private faceAt = 0;
  private steadySince = 0;
  private mood: { label: string; valence: number; arousal: number } | null = null;

  /** The camera begins, or is looked through again. */
  begin(now: number): void {
    this.faceAt = this.steadySince = now;
    this.mood = null;
  }

  /** What was read last. */
  saw({ faces, estimate, neutral }: Pick<LiveReading, 'faces' | 'estimate' | 'neutral'>, now: number): void {
    if (faces.length > 0) this.faceAt = now;
    // Whoever shows their resting face holds still, and every look counts.
    const learning = neutral?.state === 'watching';
    if (estimate && this.mood && faces.length > 0 && !learning) {
      const moved = Math.hypot(estimate.valence - this.mood.valence, estimate.arousal - this.mood.arousal);
      if (moved <= sameMood && estimate.label === this.mood.label) return;
    }
    this.mood = estimate;
    this.steadySince = now;
  }

  /** The time from one frame to the next. */
  spacingMs(now: number): number {
    if (this.hidden) return Infinity;
    const alone = now - this.faceAt >= noFaceAfterMs;
    const steady = now - this.steadySince >= steadyAfterMs;
    const spacing = alone ? noFaceMs : steady ? 2 * fullMs : fullMs;
    const tired = this.power !== null && !this.power.charging && this.power.level < lowBattery;
    return tired ? 2 * spacing : spacing;
  }
}
