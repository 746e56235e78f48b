import type { Journal, JournalPlay, JournalReading } from '../api/types/journal';
import { penRuns, type Lane, type PenPoint } from './penLine';
import { layAxis, ticksOf, type StripAxis, type Tick } from './stripAxis';

const hourMs = 3_600_000;

/** Where everything stands on the recorder's paper, in pixels. */
export interface StripRoom {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly valence: Lane;
  readonly arousal: Lane;
  readonly nameRows: readonly number[];
  readonly bars: number;
  readonly hours: number;
  readonly holes: number;
  /** The left edge and the width of the metal bar. */
  readonly bar: readonly [number, number];
}

export function roomOf(width: number): StripRoom {
  return width < 620
    ? {
        width,
        height: 396,
        narrow: true,
        left: 14,
        right: width - 48,
        valence: { middle: 88, half: 60 },
        arousal: { middle: 280, half: 60 },
        nameRows: [182],
        bars: 188,
        hours: 370,
        holes: 385,
        bar: [width - 28, 11],
      }
    : {
        width,
        height: 366,
        narrow: false,
        left: 104,
        right: width - 106,
        valence: { middle: 76, half: 62 },
        arousal: { middle: 256, half: 58 },
        nameRows: [174, 159],
        bars: 180,
        hours: 336,
        holes: 353,
        bar: [width - 66, 16],
      };
}

export interface Strip {
  readonly axis: StripAxis;
  readonly ticks: readonly Tick[];
  readonly valence: readonly PenPoint[][];
  readonly arousal: readonly PenPoint[][];
  readonly bars: readonly { x0: number; x1: number; play: JournalPlay }[];
}

/** Lays a day on the paper; `nowMs` while the day goes on. */
export function layStrip(journal: Journal, room: StripRoom, nowMs: number | null, labelWidth: number): Strip {
  const stepMs = journal.stepSeconds * 1000;
  const fromMs = Date.parse(journal.from);
  const spans = journal.plays.map((play) => spanOf(play, nowMs));
  const axis = layAxis(
    [
      ...journal.readings.map(({ at }) => [Date.parse(at), Date.parse(at) + stepMs] as const),
      ...spans.map(([from, to]) => [Math.max(from, fromMs), to] as const),
    ],
    { fromMs, toMs: Date.parse(journal.to), untilMs: nowMs },
    { left: room.left, right: room.right, fold: room.narrow ? 22 : 38 },
  );
  return {
    axis,
    ticks: ticksOf(axis, journal.zone, labelWidth, room.right + 20),
    valence: penRuns(journal.readings, 'valence', stepMs, axis, room.valence),
    arousal: penRuns(journal.readings, 'arousal', stepMs, axis, room.arousal),
    bars: journal.plays.map((play, i) => {
      const [from, to] = spans[i] ?? [0, 0];
      const x0 = axis.xOf(from);
      return { x0, x1: Math.max(x0 + 1.5, axis.xOf(to) - 1.5), play };
    }),
  };
}

/** From when to when a song played; one that is on plays until now. */
export function spanOf({ startedAt, endedAt }: JournalPlay, nowMs: number | null): [number, number] {
  const from = Date.parse(startedAt);
  return [from, Math.max(from, endedAt === null ? (nowMs ?? from) : Date.parse(endedAt))];
}

/** The reading nearest to a time, when there is one within reach of it. */
export function readingAt(readings: readonly JournalReading[], ms: number, stepMs: number): JournalReading | null {
  let [low, high] = [0, readings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Date.parse(readings[middle]?.at ?? '') < ms) low = middle + 1;
    else high = middle;
  }
  const apart = (r: JournalReading | undefined) => (r ? Math.abs(Date.parse(r.at) - ms) : Number.POSITIVE_INFINITY);
  const [before, after] = [readings[low - 1], readings[low]];
  const nearest = apart(before) <= apart(after) ? before : after;
  return nearest && apart(nearest) <= Math.max(stepMs, 5 * 60_000) ? nearest : null;
}

export interface HourRow {
  readonly ms: number;
  readonly readings: number;
  readonly valence: number;
  readonly arousal: number;
}

/** The means of the day by the hours of its clock, without those in which nothing was read. */
export function hoursOf({ from, readings }: Pick<Journal, 'from' | 'readings'>): HourRow[] {
  const fromMs = Date.parse(from);
  const rows = new Map<number, { readings: number; valence: number; arousal: number }>();
  for (const reading of readings) {
    const hour = Math.max(0, Math.floor((Date.parse(reading.at) - fromMs) / hourMs));
    const row = rows.get(hour) ?? { readings: 0, valence: 0, arousal: 0 };
    rows.set(hour, row);
    row.readings++;
    row.valence += (reading.valence - row.valence) / row.readings;
    row.arousal += (reading.arousal - row.arousal) / row.readings;
  }
  return [...rows].sort(([a], [b]) => a - b).map(([hour, row]) => ({ ms: fromMs + hour * hourMs, ...row }));
}
