import { describe, expect, it } from 'vitest';
import { zeroVuDeflection } from './vu';
import { VuMeter, type StereoSignal } from './vuMeter';

const rate = 48_000;

/** A sine of 1 kHz on the left, at `dbfs`; silence on the right. */
function tone(dbfs: number): StereoSignal {
  const peak = 10 ** (dbfs / 20);
  return {
    sampleRate: rate,
    readLeft: (into) => void into.forEach((_, i) => (into[i] = peak * Math.sin((2 * Math.PI * 1000 * i) / rate))),
    readRight: (into) => void into.fill(0),
  };
}

function run(meter: VuMeter, signal: StereoSignal | null, fromMs: number, toMs: number, calm = false): number[] {
  const shown = [];
  for (let ms = fromMs; ms <= toMs; ms += 1000 / 60) {
    meter.frame(signal, ms, calm);
    shown.push(meter.left);
  }
  return shown;
}

describe('VuMeter', () => {
  it('frame_withASineAtTheReference_settlesAtZeroVu_onItsChannelOnly', () => {
    const meter = new VuMeter();
    run(meter, tone(-14), 0, 2000);
    expect(meter.left).toBeCloseTo(zeroVuDeflection, 2);
    expect(meter.right).toBe(0);
  });

  it('frame_sixDecibelsLower_halvesTheDeflection', () => {
    const meter = new VuMeter();
    run(meter, tone(-20.0206), 0, 2000);
    expect(meter.left).toBeCloseTo(zeroVuDeflection / 2, 2);
  });

  it('frame_at60FramesASecond_keepsTheRiseOf300Milliseconds', () => {
    const shown = run(new VuMeter(), tone(-14), 0, 1000);
    const reachedMs = (shown.findIndex((d) => d >= 0.99 * zeroVuDeflection) * 1000) / 60;
    expect(reachedMs).toBeGreaterThan(280);
    expect(reachedMs).toBeLessThan(335);
  });

  it('frame_whenNothingPlays_fallsToTheStop', () => {
    const meter = new VuMeter();
    run(meter, tone(-14), 0, 1000);
    run(meter, null, 1000, 2500);
    expect(meter.left).toBeLessThan(0.001);
  });

  it('frame_withReducedMotion_changesFourTimesASecond', () => {
    const shown = run(new VuMeter(), tone(-14), 0, 1000, true);
    const changes = shown.filter((d, i) => i > 0 && d !== shown[i - 1]).length;
    expect(changes).toBeGreaterThanOrEqual(3);
    expect(changes).toBeLessThanOrEqual(4);
  });

  it('frame_afterAHiddenMinute_goesOnAtOnce', () => {
    const meter = new VuMeter();
    meter.frame(tone(-14), 0);
    meter.frame(tone(-14), 60_000);
    expect(meter.left).toBeCloseTo(zeroVuDeflection, 1);
  });
});
