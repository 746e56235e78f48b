/**
 * The dial's drawing in its own units: a square of 600 with the centre at 0, 0. Outside in: a turned bezel, a black
 * gap, the lit ring with the words, the glass with the plane.
 */
export const dial = {
  half: 300,
  bezelInner: 281,
  ringOuter: 275,
  ringInner: 228,
  /** Where valence or arousal is 1. */
  plane: 214,
  wordRadius: 250,
  tickOuter: 271,
} as const;

/** The smallest size, in CSS pixels, at which anything on the dial is printed. */
const smallestPrintPx = 11;

/** Font size in the dial's units for a print of `units`, never smaller than what can be read at this dial size. */
export function printSize(units: number, dialPx: number): number {
  if (dialPx <= 0) return units;
  return Math.max(units, (smallestPrintPx * 2 * dial.half) / dialPx);
}

/** Scale ring marks: every 3 degrees, longer at 15 and longest at the words' 30. */
export function tickPath(): string {
  let path = '';
  for (let degrees = 0; degrees < 360; degrees += 3) {
    const length = degrees % 30 === 0 ? 10 : degrees % 15 === 0 ? 7 : 4;
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const point = (r: number) => `${(r * cos).toFixed(1)} ${(-r * sin).toFixed(1)}`;
    path += `M${point(dial.tickOuter)}L${point(dial.tickOuter - length)}`;
  }
  return path;
}

/** The plane's printed axes with a mark every tenth. */
export function axisPath(): string {
  let path = `M${-dial.plane} 0H${dial.plane}M0 ${-dial.plane}V${dial.plane}`;
  for (let tenth = -9; tenth <= 9; tenth++) {
    if (tenth === 0) continue;
    const at = ((dial.plane * tenth) / 10).toFixed(1);
    const half = tenth % 5 === 0 ? 6 : 3;
    path += `M${at} ${-half}V${half}M${-half} ${at}H${half}`;
  }
  return path;
}
