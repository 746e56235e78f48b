/** How far a turned control goes: angles in degrees, 0 up, clockwise positive. */
export interface Sweep {
  from: number;
  to: number;
}

/** Angle at which a pointer stands for a value between `min` and `max`. */
export function angleOf(value: number, min: number, max: number, sweep: Sweep): number {
  const share = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
  return sweep.from + share * (sweep.to - sweep.from);
}

/** The value under an angle, at its stops where the angle lies beyond them. */
export function valueAt(angle: number, min: number, max: number, sweep: Sweep): number {
  const share = (Math.min(sweep.to, Math.max(sweep.from, angle)) - sweep.from) / (sweep.to - sweep.from);
  return min + share * (max - min);
}

/** The nearest step of a value. */
export function toStep(value: number, min: number, max: number, step: number): number {
  const stepped = min + Math.round((value - min) / step) * step;
  return Math.min(max, Math.max(min, Number(stepped.toFixed(6))));
}

/** Where a pointer is seen from a knob's centre: degrees from straight up, clockwise, in (-180, 180]. */
export function angleTo(dx: number, dy: number): number {
  return (Math.atan2(dx, -dy) * 180) / Math.PI;
}

/** The turn from one angle to another the short way round, in (-180, 180]. */
export function turnBetween(from: number, to: number): number {
  const turn = (((to - from) % 360) + 540) % 360;
  return turn - 180;
}

/** What a key does to a value: arrows one step, page keys a big one, Home and End to the stops; null for other keys. */
export function keyedValue(
  key: string,
  value: number,
  { min, max, step, page, rtl = false }: { min: number; max: number; step: number; page: number; rtl?: boolean },
): number | null {
  const side = rtl ? -1 : 1;
  const moves: Record<string, number> = {
    ArrowUp: value + step,
    ArrowDown: value - step,
    ArrowRight: value + side * step,
    ArrowLeft: value - side * step,
    PageUp: value + page,
    PageDown: value - page,
    Home: min,
    End: max,
  };
  const next = moves[key];
  return next === undefined ? null : Math.min(max, Math.max(min, next));
}

/**
 * Half-width shares of a drum's ribs, seen from the side: their pitch narrows with the cosine toward the ends.
 * Returns the edges in [0, 1], shifted by `turn` (in ribs).
 */
export function ribEdges(count: number, turn: number): [number, number][] {
  const edges: [number, number][] = [];
  const at = (ribs: number) => (1 - Math.cos((Math.PI * Math.min(count, Math.max(0, ribs))) / count)) / 2;
  const shift = ((turn % 1) + 1) % 1;
  for (let i = -1; i < count; i++) {
    const [start, end] = [at(i + shift), at(i + shift + 0.5)];
    if (end > start) edges.push([start, end]);
  }
  return edges;
}
