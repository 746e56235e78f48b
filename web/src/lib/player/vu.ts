/**
 * The movement of a VU meter: a damped second-order system that reaches 99 % of a step in 300 ms and overshoots by
 * 1 to 1.5 % (ANSI C16.5-1954, IEC 60268-17), driven by the rectified mean of the voltage.
 */
const damping = 0.813;
const radiansPerSecond = 13.5;
const stepSeconds = 0.001;

/** Deflection at 0 VU, as a share of the full scale; deflection is proportional to voltage, so +3 VU is the full scale. */
export const zeroVuDeflection = 0.708;

/** The needle's upper stop, a little beyond +3 VU. */
export const upperStop = 1.04;

/**
 * Level of a sine, in dB below full scale, that reads 0 VU. Studios line up at -18 (EBU R 68), which leaves the needle of released
 * music at its stop; -14 is the one of the K-System for finished stereo music (Katz, J. Audio Eng. Soc. 48, 2000).
 */
export const referenceDbfs = -14;

/** What the face of a VU meter bears. */
export const vuMarks = [-20, -10, -7, -5, -3, -2, -1, 0, 1, 2, 3] as const;

/** Deflection, 0 to 1, at which a mark in VU stands. */
export function deflectionOfVu(vu: number): number {
  return zeroVuDeflection * 10 ** (vu / 20);
}

/** What a deflection reads, in VU; minus infinity at the lower stop. */
export function vuOfDeflection(deflection: number): number {
  return 20 * Math.log10(Math.max(0, deflection) / zeroVuDeflection);
}

/** The deflection that a steady rectified mean voltage (full scale = 1) holds the needle at. */
export function deflectionOfMean(rectifiedMean: number, reference = referenceDbfs): number {
  // The rectified mean of a sine is 2/pi of its peak.
  return (zeroVuDeflection * rectifiedMean) / ((2 / Math.PI) * 10 ** (reference / 20));
}

/** One needle with its mass, spring and damper. */
export class VuNeedle {
  /** Where the needle stands: 0 at the lower stop, 0.708 at 0 VU, 1 at +3 VU. */
  deflection = 0;
  private velocity = 0;

  /** Lets one millisecond pass under a drive that would hold the needle at `target`. */
  step(target: number): void {
    const force = radiansPerSecond ** 2 * (target - this.deflection);
    this.velocity += stepSeconds * (force - 2 * damping * radiansPerSecond * this.velocity);
    this.deflection += stepSeconds * this.velocity;
    if (this.deflection < 0) this.hit(0);
    else if (this.deflection > upperStop) this.hit(upperStop);
  }

  private hit(stop: number): void {
    this.deflection = stop;
    this.velocity = 0;
  }
}
