import { deflectionOfMean, VuNeedle } from './vu';

/** The newest samples of two channels. Both readers fill the whole array, newest last. */
export interface StereoSignal {
  readonly sampleRate: number;
  readLeft(into: Float32Array<ArrayBuffer>): void;
  readRight(into: Float32Array<ArrayBuffer>): void;
}

/** With reduced motion the needles move to a new reading this often. */
const calmMs = 250;
/** After a longer pause (a hidden page) the needles are simply where they would be. */
const longestMs = 1000;

/**
 * A stereo pair of VU meters on a running signal. Call `frame` once an animation frame and draw `left` and `right`
 * (deflections, see VuNeedle). Nothing is allocated after construction.
 */
export class VuMeter {
  left = 0;
  right = 0;
  private readonly leftNeedle = new VuNeedle();
  private readonly rightNeedle = new VuNeedle();
  private readonly samples: Float32Array<ArrayBuffer>;
  private lastMs: number | null = null;
  private shownMs = Number.NEGATIVE_INFINITY;

  /**
   * @param window How many samples `signal` hands out, a power of two: at least what passes in one slow frame.
   */
  constructor(window = 2048) {
    this.samples = new Float32Array(window);
  }

  /**
   * @param signal What plays, or null while nothing does: the needles then fall.
   * @param nowMs The animation frame's time.
   * @param calm Reduced motion: the reading changes four times a second, and the drawing eases between.
   */
  frame(signal: StereoSignal | null, nowMs: number, calm = false): void {
    const last = this.lastMs ?? nowMs;
    const steps = Math.min(longestMs, Math.floor(nowMs - last));
    // Whole milliseconds pass; the rest waits for the next frame, so that none is lost.
    this.lastMs = nowMs - last > longestMs ? nowMs : last + Math.max(0, steps);
    if (steps > 0) {
      signal?.readLeft(this.samples);
      this.move(this.leftNeedle, signal, steps);
      signal?.readRight(this.samples);
      this.move(this.rightNeedle, signal, steps);
    }
    if (calm && nowMs - this.shownMs < calmMs) return;
    this.shownMs = nowMs;
    this.left = this.leftNeedle.deflection;
    this.right = this.rightNeedle.deflection;
  }

  private move(needle: VuNeedle, signal: StereoSignal | null, steps: number): void {
    const { samples } = this;
    const perStep = signal ? Math.floor(signal.sampleRate / 1000) : 0;
    for (let step = steps; step > 0; step--) {
      if (!signal) needle.step(0);
      else {
        // A frame longer than the window meets its oldest samples again instead of made-up silence.
        const start = Math.max(0, samples.length - step * perStep);
        let sum = 0;
        for (let i = start; i < start + perStep; i++) sum += Math.abs(samples[i] ?? 0);
        needle.step(deflectionOfMean(sum / perStep));
      }
    }
  }
}
