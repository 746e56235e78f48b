import type { PlanePoint } from './geometry';

export interface TrailStep extends PlanePoint {
  atMs: number;
}

/** A stretch of the trail with one brightness, 0 to 1. */
export interface TrailPiece {
  points: PlanePoint[];
  brightness: number;
}

/** Where the mood was a whole number of minutes ago. */
export interface TrailBead extends PlanePoint {
  minutes: number;
  brightness: number;
}

const keepMs = 10 * 60_000;
/** A timer that calls every second comes a little early now and then. */
const spacingMs = 950;
const gapMs = 5000;
const minuteMs = 60_000;

/** Where the mood was in the last ten minutes, a step a second. */
export class Trail {
  private steps: TrailStep[] = [];

  /** Adds a place; within a second of the last one nothing is added. True when it was. */
  add(point: PlanePoint, atMs: number): boolean {
    const last = this.steps[this.steps.length - 1];
    if (last && atMs - last.atMs < spacingMs) return false;
    this.steps.push({ valence: point.valence, arousal: point.arousal, atMs });
    while (this.steps[0] && atMs - this.steps[0].atMs > keepMs) this.steps.shift();
    return true;
  }

  clear(): void {
    this.steps = [];
  }

  /**
   * The trail in pieces of at most `length` steps, oldest first, which overlap by one step so that the line is whole.
   * Where nothing was read for five seconds there is no line. Brightness is (1 - age / 10 min)^1.7.
   */
  pieces(nowMs: number, length = 12): TrailPiece[] {
    const pieces: TrailPiece[] = [];
    let run: TrailStep[] = [];
    const close = () => {
      const middle = run[run.length >> 1];
      if (middle && run.length > 1) pieces.push({ points: run, brightness: brightnessAt(nowMs - middle.atMs) });
    };
    for (const step of this.steps) {
      const last = run[run.length - 1];
      if (last && step.atMs - last.atMs > gapMs) {
        close();
        run = [];
      } else if (run.length === length && last) {
        close();
        run = [last];
      }
      run.push(step);
    }
    close();
    return pieces;
  }

  /** A bead for every full minute that something was read, youngest first. */
  beads(nowMs: number): TrailBead[] {
    const beads: TrailBead[] = [];
    for (let i = this.steps.length - 1; i >= 0; i--) {
      const step = this.steps[i] as TrailStep;
      const minutes = Math.floor((nowMs - step.atMs) / minuteMs);
      if (minutes < 1 || minutes === beads[beads.length - 1]?.minutes) continue;
      // After a gap the first step of a minute may lie far into it.
      if (nowMs - step.atMs - minutes * minuteMs > gapMs) continue;
      beads.push({
        valence: step.valence,
        arousal: step.arousal,
        minutes,
        brightness: brightnessAt(nowMs - step.atMs),
      });
    }
    return beads;
  }
}

function brightnessAt(ageMs: number): number {
  return Math.max(0, 1 - ageMs / keepMs) ** 1.7;
}
