/** Points of a fade's curve; the browser draws straight lines between. */
const points = 65;

/**
 * A gain's way from one value to another along a quarter sine, so that a fade out and a fade in of the same length
 * always add up to the same power.
 */
export interface Fade {
  readonly from: number;
  readonly to: number;
  readonly startSeconds: number;
  readonly seconds: number;
}

/** The gain of a fade at a time. */
export function fadeAt({ from, to, startSeconds, seconds }: Fade, timeSeconds: number): number {
  const share = seconds > 0 ? Math.min(1, Math.max(0, (timeSeconds - startSeconds) / seconds)) : 1;
  const [a, b] = [Math.asin(from), Math.asin(to)];
  return Math.sin(a + (b - a) * share);
}

/** A fade as the curve that an AudioParam follows. */
export function fadeCurve(fade: Fade): Float32Array<ArrayBuffer> {
  const at = (i: number) => fade.startSeconds + (fade.seconds * i) / (points - 1);
  return Float32Array.from({ length: points }, (_, i) => fadeAt(fade, at(i)));
}
