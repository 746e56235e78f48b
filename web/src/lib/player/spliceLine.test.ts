import { describe, expect, it } from 'vitest';
import { SpliceLine, type Joint } from './spliceLine';

const rate = 48_000;
const block = 128;
const resting = 4800;

/** A player that sounds from one frame to another; every frame has a value of its own. */
const sounding = (from: number, to: number, base: number) => (frame: number) =>
  frame >= from && frame < to ? base + (frame - from) / 1e6 : 0;

/** Runs two players through a line; `at` does things at a frame. Gives the sum of what comes out. */
function run(players: ((frame: number) => number)[], frames: number, at: Record<number, (line: SpliceLine) => void>) {
  const line = new SpliceLine(rate, resting);
  const sum: number[] = [];
  let joint: Joint | null = null;
  for (let start = 0; start < frames; start += block) {
    for (const [frame, act] of Object.entries(at)) {
      if (Number(frame) >= start && Number(frame) < start + block) act(line);
    }
    const inputs = players.map((p) => [Float32Array.from({ length: block }, (_, i) => p(start + i))]);
    const outputs = players.map(() => [new Float32Array(block), new Float32Array(block)]);
    joint = line.process(inputs, outputs, block) ?? joint;
    for (let i = 0; i < block; i++) sum.push((outputs[0]?.[0]?.[i] ?? 0) + (outputs[1]?.[1]?.[i] ?? 0));
  }
  return { sum, joint, line };
}

/** How many frames lie between the first's last and the second's first. */
function gap(sum: number[]): number {
  return sum.findIndex((v) => v > 0.15) - sum.findLastIndex((v) => v > 0 && v < 0.15) - 1;
}

describe('SpliceLine', () => {
  it.each([
    ['starts when the other ends', 20_000],
    ['starts early', 18_000],
    ['starts much too early', 12_000],
    ['starts late', 24_000],
  ])('a player that %s follows to the sample', (_, start) => {
    const players = [sounding(0, 20_000, 0.1), sounding(start, 60_000, 0.2)];
    const { sum, joint } = run(players, 60_000, { 10_000: (line) => line.expect(0, 1, 10_000) });
    expect(joint).toEqual({ gapFrames: 0 });
    expect(gap(sum)).toBe(0);
    // Nothing of either is lost: the first frame of the second is there, after the last of the first.
    expect(sum.find((v) => v > 0.15)).toBeCloseTo(0.2, 7);
    expect(sum.findLast((v) => v > 0 && v < 0.15)).toBeCloseTo(0.1 + 19_999 / 1e6, 7);
  });

  it('aPlayerLaterThanTheDelay_followsAtOnce_andTheGapIsTold', () => {
    const players = [sounding(0, 20_000, 0.1), sounding(26_000, 60_000, 0.2)];
    const { sum, joint } = run(players, 60_000, { 10_000: (line) => line.expect(0, 1, 10_000) });
    expect(joint?.gapFrames).toBeGreaterThanOrEqual(1200);
    expect(joint?.gapFrames).toBeLessThan(1200 + block);
    expect(gap(sum)).toBe(joint?.gapFrames);
  });

  it('anEndThatIsNotWhereItWasExpected_isFound', () => {
    const players = [sounding(0, 20_000, 0.1), sounding(19_000, 60_000, 0.2)];
    const { sum } = run(players, 60_000, { 10_000: (line) => line.expect(0, 1, 13_000) });
    expect(gap(sum)).toBe(0);
  });

  it('aLongSilenceAtTheEnd_belongsToTheMusic', () => {
    const players = [sounding(0, 20_000, 0.1), sounding(50_000, 90_000, 0.2)];
    const { sum } = run(players, 90_000, { 30_000: (line) => line.expect(0, 1, 20_000) });
    expect(Math.abs(gap(sum) - 30_000)).toBeLessThanOrEqual(block);
  });

  it('aLongSilenceAtTheBeginning_belongsToTheMusic', () => {
    const players = [sounding(0, 20_000, 0.1), sounding(60_000, 90_000, 0.2)];
    const { sum, line } = run(players, 90_000, { 10_000: (l) => l.expect(0, 1, 10_000) });
    expect(gap(sum)).toBe(40_000);
    expect(line.delays).toEqual([resting, resting]);
  });

  it('joinAfterJoin_keepsToTheSample', () => {
    const players = [
      (f: number) => sounding(0, 20_000, 0.1)(f) + sounding(61_000, 90_000, 0.3)(f),
      sounding(18_500, 60_000, 0.2),
    ];
    const { sum } = run(players, 100_000, {
      10_000: (line) => line.expect(0, 1, 10_000),
      50_000: (line) => line.expect(1, 0, 10_000),
    });
    const second = sum.findLastIndex((v) => v > 0.19 && v < 0.25);
    expect(gap(sum)).toBe(0);
    expect(sum.findIndex((v) => v > 0.29) - second - 1).toBe(0);
  });

  it('reset_forgetsTheJoin', () => {
    const players = [sounding(0, 20_000, 0.1), sounding(30_000, 60_000, 0.2)];
    const { sum, joint } = run(players, 60_000, {
      10_000: (line) => line.expect(0, 1, 10_000),
      12_000: (line) => line.reset(1),
    });
    expect(joint).toBeNull();
    expect(gap(sum)).toBe(10_000);
  });
});
