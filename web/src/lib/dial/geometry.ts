import type { Vad } from '../api/types/mood';

/**
 * The dial in its own units: the plane is a disc of radius 1 with valence to the right and arousal upward; drawings
 * multiply by their radius and turn the y axis over, since pictures count it downward.
 */
export interface PlanePoint {
  valence: number;
  arousal: number;
}

export interface Ellipse {
  /** Half axes in units of the plane, already stretched to `mass`. */
  valence: number;
  arousal: number;
}

/** Nearest point inside the disc. The corners of the square |v|, |a| <= 1 lie outside it. */
export function toDisc(point: PlanePoint, radius = 1): PlanePoint {
  const length = Math.hypot(point.valence, point.arousal);
  if (length <= radius) return { valence: point.valence, arousal: point.arousal };
  return { valence: (point.valence / length) * radius, arousal: (point.arousal / length) * radius };
}

/** A place in the drawing, relative to the dial's centre, as a point of the plane. */
export function fromOffset(x: number, y: number, planeRadius: number): PlanePoint {
  return toDisc({ valence: x / planeRadius, arousal: -y / planeRadius });
}

/** Degrees counter-clockwise from `pleasant`, in [0, 360). */
export function angleOf(point: PlanePoint): number {
  return ((Math.atan2(point.arousal, point.valence) * 180) / Math.PI + 360) % 360;
}

/** How far two points lie apart as seen from the centre, 0 to 180 degrees. */
export function degreesApart(one: PlanePoint, other: PlanePoint): number {
  return Math.abs(((angleOf(one) - angleOf(other) + 540) % 360) - 180);
}

/** A point at that angle (degrees counter-clockwise from the right) in drawing coordinates. */
export function onCircle(degrees: number, radius: number): { x: number; y: number } {
  const radians = (degrees * Math.PI) / 180;
  return { x: radius * Math.cos(radians), y: -radius * Math.sin(radians) };
}

/**
 * Half axes of the ellipse that holds the mood with the given probability, for independent axes: the radius of a
 * two-dimensional Gaussian is Rayleigh distributed, so k = sqrt(-2 ln(1 - mass)). Default 0.68.
 */
export function uncertaintyEllipse(sigma: Pick<Vad, 'valence' | 'arousal'>, mass = 0.68): Ellipse {
  const k = Math.sqrt(-2 * Math.log(1 - mass));
  return { valence: k * sigma.valence, arousal: k * sigma.arousal };
}

/**
 * SVG path of the circle arc a rim word stands on, centred on its angle. Words in the lower half run the other way
 * round so that they are read upright.
 */
export function wordArc(degrees: number, radius: number, spanDegrees: number): string {
  const lower = onCircle(degrees, 1).y > 0.35;
  const from = onCircle(degrees + (lower ? -1 : 1) * (spanDegrees / 2), radius);
  const to = onCircle(degrees - (lower ? -1 : 1) * (spanDegrees / 2), radius);
  const text = (n: number) => n.toFixed(2);
  return `M${text(from.x)} ${text(from.y)}A${radius} ${radius} 0 0 ${lower ? 0 : 1} ${text(to.x)} ${text(to.y)}`;
}

/** Whether a rim word stands in the lower half, where it is written inside out. */
export function standsLow(degrees: number): boolean {
  return onCircle(degrees, 1).y > 0.35;
}

/**
 * How far the lit ring leans to the mood, as the opacity of its lean: 0.1 at confidence 0.2 and below, 0.9 from 0.55.
 */
export function leanOpacity(confidence: number): number {
  const share = (confidence - 0.2) / (0.55 - 0.2);
  return 0.1 + 0.8 * Math.min(1, Math.max(0, share));
}
