import type { JournalReading } from '../api/types/journal';
import type { Axis, Lane, PenPoint } from './penLine';

const minuteMs = 60_000;
/** Nearer to the middle than this nothing is worth a note. */
const worth = 0.25;

/** What is worth writing beside a line. */
export interface Remark {
  readonly what: 'lowest' | 'best' | 'back' | 'liveliest' | 'calmest';
  readonly axis: Axis;
  readonly ms: number;
  /** The value there. */
  readonly value: number;
  /** How long it took, in minutes; of `back` only. */
  readonly minutes?: number;
}

/** Finds the day's ends: the lowest and the best, how long it took to come back, the liveliest and the calmest. */
export function remarksOf(readings: readonly JournalReading[], stepMs: number): Remark[] {
  if (readings.length < 8) return [];
  const valence = smooth(readings, 'valence');
  const arousal = smooth(readings, 'arousal');
  const remarks: Remark[] = [];
  const low = extreme(valence, -1);
  const high = extreme(valence, 1);
  if (low.value < -worth) {
    remarks.push({ what: 'lowest', axis: 'valence', ...low });
    const back = wayBack(valence, low.ms, stepMs);
    if (back) remarks.push(back);
  }
  if (high.value > worth) remarks.push({ what: 'best', axis: 'valence', ...high });
  const lively = extreme(arousal, 1);
  const calm = extreme(arousal, -1);
  if (lively.value > worth) remarks.push({ what: 'liveliest', axis: 'arousal', ...lively });
  if (calm.value < -worth) remarks.push({ what: 'calmest', axis: 'arousal', ...calm });
  return remarks;
}

interface Point {
  ms: number;
  value: number;
}

/** Means over five readings: one alone is no end of a day. */
function smooth(readings: readonly JournalReading[], axis: Axis): Point[] {
  return readings.map((reading, i) => {
    const near = readings.slice(Math.max(0, i - 2), i + 3);
    return { ms: Date.parse(reading.at), value: near.reduce((sum, r) => sum + r[axis], 0) / near.length };
  });
}

function extreme(points: readonly Point[], sign: 1 | -1): Point {
  return points.reduce((best, p) => (sign * p.value > sign * best.value ? p : best));
}

/** When the line was above zero again, if it was seen all the way. */
function wayBack(points: readonly Point[], fromMs: number, stepMs: number): Remark | null {
  let before = fromMs;
  for (const { ms, value } of points) {
    if (ms < fromMs) continue;
    if (ms - before > Math.max(30 * minuteMs, 3 * stepMs)) return null;
    before = ms;
    if (value <= 0) continue;
    const minutes = Math.round((ms - fromMs) / minuteMs);
    return minutes >= 10 ? { what: 'back', axis: 'valence', ms, value, minutes } : null;
  }
  return null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNote {
  readonly text: string;
  readonly box: Box;
  /** From the note to what it is about. */
  readonly leader: readonly [number, number, number, number];
}

const height = 17;
const longestLeader = 72;

/** Writes notes where nothing else stands; one that finds no place is left out. */
export function placeNotes(
  notes: readonly { text: string; width: number; x: number; y: number; lane: Lane }[],
  lines: readonly (readonly PenPoint[])[],
  room: { left: number; right: number; taken: readonly Box[] },
): PlacedNote[] {
  const placed: PlacedNote[] = [];
  const points = lines.flat();
  for (const { text, width, x, y, lane } of notes) {
    const boxes = places(x, y, width, lane);
    const box = boxes.find(
      (b) =>
        b.x >= room.left &&
        b.x + b.width <= room.right &&
        points.every((p) => p.x < b.x - 4 || p.x > b.x + b.width + 4 || p.y < b.y - 2 || p.y > b.y + b.height + 2) &&
        [...placed.map((other) => other.box), ...room.taken].every((other) => apart(b, other)) &&
        leaderLength(leaderOf(b, x, y)) <= longestLeader,
    );
    if (box) placed.push({ text, box, leader: leaderOf(box, x, y) });
  }
  return placed;
}

/** Places to try, the nearer ones first. */
function places(x: number, y: number, width: number, lane: Lane): Box[] {
  const top = lane.middle - lane.half - 6;
  const bottom = lane.middle + lane.half + 6 - height;
  const boxes: Box[] = [];
  for (const away of [16, 26, 38, 52, 68, 86]) {
    for (const side of [-0.5, -0.15, -0.85, 0.15, -1.15, 0.4, -1.4]) {
      for (const up of [true, false]) {
        const at = up ? y - away - height : y + away;
        if (at >= top && at <= bottom) boxes.push({ x: x + side * width, y: at, width, height });
      }
    }
  }
  return boxes;
}

function apart(a: Box, b: Box): boolean {
  return a.x + a.width + 8 < b.x || b.x + b.width + 8 < a.x || a.y + a.height + 2 < b.y || b.y + b.height + 2 < a.y;
}

const leaderLength = ([x1, y1, x2, y2]: PlacedNote['leader']): number => Math.hypot(x2 - x1, y2 - y1);

function leaderOf(box: Box, x: number, y: number): PlacedNote['leader'] {
  const over = box.y + box.height < y;
  const from = Math.min(box.x + box.width - 8, Math.max(box.x + 8, x));
  return [from, over ? box.y + box.height - 1 : box.y + 1, x, over ? y - 6 : y + 6];
}
