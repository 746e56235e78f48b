const minuteMs = 60_000;
/** A longer time without anything is folded away. */
const foldFromMs = 75 * minuteMs;
/** Paper left around what there is. */
const marginMs = 12 * minuteMs;
/** A shorter day is not stretched over the whole paper. */
const leastMs = 120 * minuteMs;

/** A piece of the paper: time runs evenly, or is folded away. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly x0: number;
  readonly x1: number;
  readonly folded: boolean;
}

export interface AxisRoom {
  readonly left: number;
  readonly right: number;
  /** How wide a fold is drawn. */
  readonly fold: number;
}

/** Where times of a day stand on the paper. */
export class StripAxis {
  constructor(readonly stretches: readonly Stretch[]) {}

  get fromMs(): number {
    return this.stretches[0]?.fromMs ?? 0;
  }

  get toMs(): number {
    return this.stretches.at(-1)?.toMs ?? 0;
  }

  xOf(ms: number): number {
    const stretch = this.stretches.find((s) => ms <= s.toMs) ?? this.stretches.at(-1);
    if (!stretch) return 0;
    const share = (ms - stretch.fromMs) / (stretch.toMs - stretch.fromMs);
    return stretch.x0 + Math.min(1, Math.max(0, share)) * (stretch.x1 - stretch.x0);
  }

  timeAt(x: number): number {
    const stretch = this.stretches.find((s) => x <= s.x1) ?? this.stretches.at(-1);
    if (!stretch) return 0;
    const share = (x - stretch.x0) / (stretch.x1 - stretch.x0);
    return stretch.fromMs + Math.min(1, Math.max(0, share)) * (stretch.toMs - stretch.fromMs);
  }
}

/**
 * Lays a day on the paper: from the first thing there is to the last (or to `untilMs`, when the day goes on), long
 * times without anything folded away.
 * @param activity from when to when there was something, in any order
 */
export function layAxis(
  activity: readonly (readonly [number, number])[],
  day: { fromMs: number; toMs: number; untilMs: number | null },
  room: AxisRoom,
): StripAxis {
  const spans = merge(activity.map(([from, to]) => [Math.max(from - marginMs, day.fromMs), to + marginMs] as const));
  const end = day.untilMs ?? day.toMs;
  for (const span of spans) span[1] = Math.min(span[1], Math.max(end, span[0] + 1));
  const last = spans.at(-1);
  if (!last) return new StripAxis([{ fromMs: day.fromMs, toMs: end, x0: room.left, x1: room.right, folded: false }]);
  if (day.untilMs !== null && day.untilMs > last[1]) {
    // What follows up to now is shown, or folded when it is long.
    if (day.untilMs - last[1] > foldFromMs) spans.push([day.untilMs - marginMs, day.untilMs]);
    else last[1] = day.untilMs;
  }
  widen(spans, day.fromMs, end);
  const shownMs = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const fold = Math.min(room.fold, ((room.right - room.left) * 0.4) / Math.max(1, spans.length - 1));
  const scale = (room.right - room.left - fold * (spans.length - 1)) / shownMs;
  const stretches: Stretch[] = [];
  let x = room.left;
  spans.forEach(([fromMs, toMs], i) => {
    const before = stretches.at(-1);
    if (before) stretches.push({ fromMs: before.toMs, toMs: fromMs, x0: x, x1: (x += fold), folded: true });
    stretches.push({ fromMs, toMs, x0: x, x1: (x += (toMs - fromMs) * scale), folded: false });
    if (i === spans.length - 1) x = room.right;
  });
  return new StripAxis(stretches);
}

/** Joins spans with less between them than is worth a fold. */
function merge(spans: (readonly [number, number])[]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from - last[1] <= foldFromMs - 2 * marginMs) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Gives a short day more paper on both sides. */
function widen(spans: [number, number][], fromMs: number, toMs: number): void {
  const [only] = spans;
  if (spans.length > 1 || !only) return;
  const missing = leastMs - (only[1] - only[0]);
  if (missing <= 0) return;
  only[0] = Math.max(fromMs, only[0] - missing / 2);
  only[1] = Math.min(toMs, only[0] + leastMs);
}

export interface Tick {
  readonly x: number;
  readonly ms: number;
  readonly hour: boolean;
  /** Whether its hour is written below. */
  readonly labelled: boolean;
}

/** The printed grid: quarters and whole hours of the clock there, and which of them have room for their hour. */
export function ticksOf(axis: StripAxis, zone: string, labelWidth: number, rightmost: number): Tick[] {
  const minutes = new Intl.DateTimeFormat('en', { timeZone: zone, minute: 'numeric', numberingSystem: 'latn' });
  const ticks: Tick[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const stretch of axis.stretches) {
    if (stretch.folded) continue;
    const quarter = ((stretch.x1 - stretch.x0) * 15 * minuteMs) / (stretch.toMs - stretch.fromMs);
    const every = evenHours(quarter * 4, labelWidth);
    for (
      let ms = Math.ceil(stretch.fromMs / (15 * minuteMs)) * 15 * minuteMs;
      ms <= stretch.toMs;
      ms += 15 * minuteMs
    ) {
      const hour = Number(minutes.format(ms)) === 0;
      if (!hour && quarter < 5) continue;
      const x = axis.xOf(ms);
      const even = hour && (every === 1 || hourOf(ms, zone) % every === 0);
      const labelled = even && x - labelWidth / 2 >= free && x + labelWidth / 2 <= rightmost;
      if (labelled) free = x + labelWidth / 2;
      ticks.push({ x, ms, hour, labelled });
    }
  }
  return ticks;
}

const hourOf = (ms: number, zone: string): number =>
  Number(
    new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hour: 'numeric',
      hourCycle: 'h23',
      numberingSystem: 'latn',
    }).format(ms),
  );

function evenHours(hourWidth: number, labelWidth: number): number {
  return [1, 2, 3, 6, 12].find((n) => n * hourWidth >= labelWidth) ?? 12;
}
