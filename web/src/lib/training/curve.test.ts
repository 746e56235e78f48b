import { english } from '../testing/english';
import { describe, expect, it } from 'vitest';
import type { TrainingEpoch } from '../api/types/trainings';
import { layCurve, niceTop, pathOf } from './curve';

const window = { left: 10, top: 0, width: 100, height: 100 };
const epoch = (n: number, loss: number | null, accuracy: number | null): TrainingEpoch => ({
  epoch: n,
  loss,
  figures: { ferplus: accuracy },
  seconds: 1,
});

describe('layCurve', () => {
  it('runsFromTheFirstEpochToTheLastThatWillBe', () => {
    const curve = layCurve(english(), [epoch(1, 2, 0), epoch(2, 1, 1)], 11, window);
    expect(curve.loss[0]?.map((p) => p.x)).toEqual([10, 20]);
    expect(curve.loss[0]?.map((p) => p.y)).toEqual([0, 20.5]);
    expect(curve.accuracy[0]?.map((p) => p.y)).toEqual([100, 59]);
    expect(curve.epochTicks.at(-1)).toEqual({ at: 110, text: '11' });
  });

  it('unknownValue_isAGap', () => {
    const curve = layCurve(english(), [epoch(1, 2, null), epoch(2, null, 0.5), epoch(3, 1, 0.6)], 3, window);
    expect(curve.loss.map((run) => run.length)).toEqual([1, 1]);
    expect(curve.accuracy.map((run) => run.length)).toEqual([2]);
  });

  it('noEpochYet_isAnEmptyScale', () => {
    const curve = layCurve(english(), [], 30, window);
    expect(curve.loss).toEqual([]);
    expect(curve.lossTicks.map((t) => t.text)).toEqual(['0', '0.5', '1']);
  });

  it('oneEpochAltogether_standsInTheMiddle', () => {
    expect(layCurve(english(), [epoch(1, 1, 1)], 1, window).loss[0]?.[0]?.x).toBe(60);
  });

  it.each([1, 2, 8, 9, 30, 40, 199, 500])('epochTicks_of_%i_areFewAndEndWithTheLast', (epochs) => {
    const ticks = layCurve(english(), [], epochs, window).epochTicks.map((t) => Number(t.text));
    expect(ticks.length).toBeLessThanOrEqual(9);
    expect(ticks[0]).toBe(1);
    expect(ticks.at(-1)).toBe(epochs);
    expect(new Set(ticks).size).toBe(ticks.length);
  });

  it.each([
    [0, 1],
    [0.7, 1],
    [1.9, 2],
    [2.1, 5],
    [7, 10],
    [0.03, 0.05],
  ])('niceTop_of_%s_is_%s', (value, top) => expect(niceTop(value)).toBeCloseTo(top, 9));

  it('pathOf_points_isALine', () => {
    expect(
      pathOf([
        { x: 1, y: 2 },
        { x: 3.25, y: 4 },
      ]),
    ).toBe('M1.0 2.0L3.3 4.0');
  });
});
