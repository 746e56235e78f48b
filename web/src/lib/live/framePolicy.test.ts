import { beforeEach, describe, expect, it } from 'vitest';
import type { Estimate, LiveFace, RestProgress } from '../api/types/live';
import { FramePolicy } from './framePolicy';

const face = {} as LiveFace;
const mood = (valence: number, label = 'calm') => ({ valence, arousal: -0.2, label }) as Estimate;

describe('FramePolicy', () => {
  let policy: FramePolicy;

  /** Sees the same every tenth of a second, from and until a time. */
  const watch = (from: number, until: number, faces: LiveFace[], estimate: Estimate | null, rest?: RestProgress) => {
    for (let now = from; now <= until; now += 100) policy.saw({ faces, estimate, neutral: rest ?? null }, now);
    return policy.spacingMs(until);
  };

  beforeEach(() => {
    policy = new FramePolicy();
    policy.begin(0);
  });

  it('spacing_atFirst_isTenASecond', () => {
    expect(policy.spacingMs(0)).toBe(100);
  });

  it('spacing_moodSteadyForTwentySeconds_isHalfThePace', () => {
    expect(watch(0, 19_900, [face], mood(0.5))).toBe(100);
    expect(watch(20_000, 20_000, [face], mood(0.45))).toBe(200);
  });

  it.each([
    ['another mood', mood(0.2)],
    ['another word', mood(0.5, 'happy')],
  ])('spacing_%s_isTheFullPaceAtOnce', (_, other) => {
    watch(0, 25_000, [face], mood(0.5));
    expect(watch(25_100, 25_100, [face], other)).toBe(100);
  });

  it('spacing_moodDriftingSlowly_isTheFullPace', () => {
    for (let now = 0; now <= 40_000; now += 100)
      policy.saw({ faces: [face], estimate: mood(now / 100_000), neutral: null }, now);
    expect(policy.spacingMs(40_000)).toBe(100);
  });

  it('spacing_whileAFaceAtRestIsLearned_isTheFullPace', () => {
    const rest = { state: 'watching' } as RestProgress;
    expect(watch(0, 30_000, [face], mood(0), rest)).toBe(100);
  });

  it('spacing_noFaceForThirtySeconds_isOneASecondUntilOneAppears', () => {
    expect(watch(0, 29_900, [], mood(0.5))).toBe(100);
    expect(watch(30_000, 60_000, [], mood(0.5))).toBe(1000);
    expect(watch(60_100, 60_100, [face], mood(0.5))).toBe(100);
  });

  it.each([
    [{ charging: false, level: 0.29 }, 200],
    [{ charging: false, level: 0.3 }, 100],
    [{ charging: true, level: 0.1 }, 100],
  ])('spacing_batteryOf_%o_is_%i', (power, spacing) => {
    policy.power = power;
    expect(policy.spacingMs(0)).toBe(spacing);
  });

  it('spacing_steadyOnALowBattery_isAQuarterOfThePace', () => {
    policy.power = { charging: false, level: 0.1 };
    expect(watch(0, 20_000, [face], mood(0.5))).toBe(400);
  });

  it('spacing_hidden_isNever', () => {
    policy.hidden = true;
    expect(policy.spacingMs(0)).toBe(Infinity);
  });

  it('begin_afterALongAbsence_startsAtTheFullPace', () => {
    watch(0, 40_000, [], null);
    policy.begin(90_000);
    expect(policy.spacingMs(90_000)).toBe(100);
  });
});
