import type { JournalReading } from '../api/types/journal';
import type { StripAxis } from './stripAxis';

/** Where a pen runs: -1 to 1 around a middle line. */
export interface Lane {
  readonly middle: number;
  readonly half: number;
}

export interface PenPoint {
  readonly x: number;
  readonly y: number;
  /** Half height of the band. */
  readonly band: number;
}

export type Axis = 'valence' | 'arousal';

/** Readings nearer to each other than this are one point on paper: their mean. */
const leastApart = 0.75;

/** The pen's way in runs; between them it was lifted, since nothing was read. */
export function penRuns(
  readings: readonly JournalReading[],
  which: Axis,
  stepMs: number,
  axis: StripAxis,
  lane: Lane,
): PenPoint[][] {
  const runs: PenPoint[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  /** Where the last point began, and of how many readings it is. */
  let [begun, merged] = [0, 0];
  for (const reading of readings) {
    const ms = Date.parse(reading.at);
    const sigma = which === 'valence' ? reading.sigmaValence : reading.sigmaArousal;
    const point = { x: axis.xOf(ms), y: lane.middle - reading[which] * lane.half, band: sigma * lane.half };
    let run = runs.at(-1);
    if (!run || ms - before > 2.5 * stepMs) runs.push((run = []));
    const last = run.at(-1);
    if (last && point.x - begun < leastApart) run[run.length - 1] = mean(last, merged++, point);
    else {
      run.push(point);
      [begun, merged] = [point.x, 1];
    }
    before = ms;
  }
  return runs;
}

/** The mean of so many points and one more; the line still ends where the last reading stands. */
function mean(of: PenPoint, count: number, more: PenPoint): PenPoint {
  const along = (a: number, b: number) => a + (b - a) / (count + 1);
  return { x: more.x, y: along(of.y, more.y), band: along(of.band, more.band) };
}

const short = (n: number) => n.toFixed(1);

/** The line as an SVG path; a single reading is no line. */
export function linePath(run: readonly PenPoint[]): string {
  return run.length < 2 ? '' : `M${run.map(({ x, y }) => `${short(x)} ${short(y)}`).join('L')}`;
}

/** One standard deviation to both sides, within the lane. */
export function bandPath(run: readonly PenPoint[], lane: Lane): string {
  if (run.length < 2) return '';
  const inside = (y: number) => short(Math.min(lane.middle + lane.half, Math.max(lane.middle - lane.half, y)));
  const over = run.map(({ x, y, band }) => `${short(x)} ${inside(y - band)}`);
  const under = run.map(({ x, y, band }) => `${short(x)} ${inside(y + band)}`).reverse();
  return `M${over.join('L')}L${under.join('L')}Z`;
}
