import type { TrainingEpoch } from '../api/types/trainings';
import type { Text } from '../i18n/text.svelte';
import { accuracyOf, percent } from './words';

export interface CurvePoint {
  x: number;
  y: number;
}

export interface Tick {
  at: number;
  text: string;
}

export interface Curve {
  /** Runs of epochs whose value is known; a gap is drawn as a gap. */
  loss: CurvePoint[][];
  accuracy: CurvePoint[][];
  epochTicks: Tick[];
  lossTicks: Tick[];
  accuracyTicks: Tick[];
}

export interface Window {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Lays a run's course out in a window: epochs from left to right, loss in the upper part, accuracy in the lower. */
export function layCurve(text: Text, history: readonly TrainingEpoch[], epochs: number, window: Window): Curve {
  const last = Math.max(epochs, ...history.map((e) => e.epoch), 1);
  const x = (epoch: number) => window.left + (last === 1 ? 0.5 : (epoch - 1) / (last - 1)) * window.width;
  const number = (value: number) => new Intl.NumberFormat(text.locale, { maximumFractionDigits: 2 }).format(value);
  const half = window.height / 2;
  const losses = history.map((e) => e.loss).filter((l): l is number => l !== null);
  const top = niceTop(Math.max(0, ...losses));
  const lossY = (value: number) => window.top + (1 - Math.min(1, value / top)) * (half - gap);
  const accuracyY = (value: number) => window.top + half + gap + (1 - value) * (half - gap);
  return {
    loss: runsOf(history, (e) => e.loss).map((run) => run.map(([epoch, value]) => ({ x: x(epoch), y: lossY(value) }))),
    accuracy: runsOf(history, accuracyOf).map((run) =>
      run.map(([epoch, value]) => ({ x: x(epoch), y: accuracyY(value) })),
    ),
    epochTicks: epochSteps(last).map((epoch) => ({ at: x(epoch), text: number(epoch) })),
    lossTicks: [0, top / 2, top].map((value) => ({ at: lossY(value), text: number(value) })),
    accuracyTicks: [0, 0.5, 1].map((value) => ({ at: accuracyY(value), text: percent(text, value) })),
  };
}

/** Half the space between the two parts. */
const gap = 9;

export const pathOf = (points: readonly CurvePoint[]): string =>
  points.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join('');

/** The next of 1, 2, 5, 10, … of its power of ten at or above a value, so that the scale does not twitch as it grows. */
export function niceTop(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((s) => s * power >= value) ?? 10;
  return step * power;
}

function runsOf(
  history: readonly TrainingEpoch[],
  value: (epoch: TrainingEpoch) => number | null,
): [number, number][][] {
  const runs: [number, number][][] = [[]];
  for (const epoch of history) {
    const known = value(epoch);
    if (known === null) runs.push([]);
    else runs.at(-1)?.push([epoch.epoch, known]);
  }
  return runs.filter((run) => run.length > 0);
}

/** At most eight epochs to print: the first, the last and round steps between that leave the last its room. */
function epochSteps(last: number): number[] {
  if (last <= 8) return Array.from({ length: last }, (_, i) => i + 1);
  const step = niceTop(last / 7);
  const between = [];
  for (let epoch = step; epoch <= last - step * 0.6; epoch += step) between.push(epoch);
  return [1, ...between.filter((e) => e > 1), last];
}
