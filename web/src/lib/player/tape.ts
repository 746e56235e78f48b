/** The cassette's geometry in the units of its drawing: an empty hub's radius and a full pack's. */
const hubRadius = 27;
const fullRadius = 92;
/** Tape speed in the same units: 47.6 mm/s at 3.65 units a millimetre. */
const unitsPerSecond = 174;
/** Winding is this much faster than playing, and shown for no longer than this. */
const windFactor = 8;
const longestWindMs = 400;

/** Radius of the pack that holds this share of the tape, 0 to 1: its area grows with the length wound on it. */
export function packRadius(share: number): number {
  const held = Math.min(1, Math.max(0, share));
  return Math.sqrt(hubRadius ** 2 + (fullRadius ** 2 - hubRadius ** 2) * held);
}

/** Angular speed, in radians a second, of a hub under a pack of this radius while the tape runs. */
export function hubSpeed(radius: number): number {
  return unitsPerSecond / radius;
}

/** How long a seek over so many seconds winds, in milliseconds. */
export function windMs(seconds: number): number {
  return Math.min(longestWindMs, (1000 * Math.abs(seconds)) / windFactor);
}

/**
 * The two packs and hubs of a cassette. Tape runs from the left pack (what is left) to the right (what was heard).
 * Call `seek` when the position jumps and `frame` once an animation frame; nothing is allocated.
 */
export class Tape {
  leftRadius = packRadius(1);
  rightRadius = packRadius(0);
  /** Angles of the hubs in radians, growing while playing. */
  leftAngle = 0;
  rightAngle = 0;
  private windLeftMs = 0;
  private windTotalMs = 0;
  private windFrom = 0;
  private heard = 0;
  private direction = 1;

  /** The position jumped to `toShare` of the tape, over so many seconds of music (negative: back). */
  seek(toShare: number, seconds: number): void {
    this.windFrom = this.heard;
    this.windTotalMs = windMs(seconds);
    this.windLeftMs = this.windTotalMs;
    this.direction = Math.sign(seconds) || 1;
    if (this.windTotalMs === 0) this.heard = toShare;
  }

  /**
   * @param milliseconds Time since the last frame.
   * @param playing Whether the tape runs.
   * @param heardShare Share of the track that was heard, 0 to 1.
   */
  frame(milliseconds: number, playing: boolean, heardShare: number): void {
    const wound = Math.min(milliseconds, this.windLeftMs);
    this.windLeftMs -= wound;
    const done = this.windTotalMs > 0 ? 1 - this.windLeftMs / this.windTotalMs : 1;
    this.heard = this.windLeftMs > 0 ? this.windFrom + (heardShare - this.windFrom) * done : heardShare;
    this.leftRadius = packRadius(1 - this.heard);
    this.rightRadius = packRadius(this.heard);
    const seconds = (this.direction * windFactor * wound + (playing ? milliseconds - wound : 0)) / 1000;
    this.leftAngle = turned(this.leftAngle, seconds * hubSpeed(this.leftRadius));
    this.rightAngle = turned(this.rightAngle, seconds * hubSpeed(this.rightRadius));
  }
}

function turned(angle: number, by: number): number {
  const full = 2 * Math.PI;
  return (((angle + by) % full) + full) % full;
}
