import type { Journal, JournalReading } from '../api/types/journal';

/** With fewer days of readings than this, a week is not compared. */
const leastDays = 3;
/** A difference this small is none. */
const noticeable = 0.05;
const much = 0.2;

export interface WeekMean {
  /** On how many of its days something was read. */
  readonly days: number;
  readonly valence: number;
  readonly arousal: number;
}

export type Change = 'same' | 'more' | 'muchMore' | 'less' | 'muchLess';

/** The mean of a week's steps with a reading; null without any. */
export function meanOf({ readings, days }: Pick<Journal, 'readings' | 'days'>): WeekMean | null {
  if (readings.length === 0) return null;
  const mean = (of: (r: JournalReading) => number) => readings.reduce((sum, r) => sum + of(r), 0) / readings.length;
  return {
    days: days.filter((day) => day.readings > 0).length,
    valence: mean((r) => r.valence),
    arousal: mean((r) => r.arousal),
  };
}

/** Whether two weeks have enough days to be laid side by side. */
export function comparable(now: WeekMean | null, before: WeekMean | null): boolean {
  return (now?.days ?? 0) >= leastDays && (before?.days ?? 0) >= leastDays;
}

export function changeOf(difference: number): Change {
  if (Math.abs(difference) < noticeable) return 'same';
  if (difference > 0) return difference >= much ? 'muchMore' : 'more';
  return difference <= -much ? 'muchLess' : 'less';
}

/** The smallest rim (a quarter, a half, three quarters, all of the plane) that holds every day's path. */
export function rimOf(paths: readonly (readonly (readonly [number, number])[])[]): number {
  const farthest = Math.max(0, ...paths.flat().map(([valence, arousal]) => Math.hypot(valence, arousal)));
  return [0.25, 0.5, 0.75].find((rim) => farthest <= rim) ?? 1;
}
