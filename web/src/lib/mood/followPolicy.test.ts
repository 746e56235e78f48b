import { describe, expect, it } from 'vitest';
import type { PlanePoint } from '../dial/geometry';
import { FollowPolicy } from './followPolicy';

const sad: PlanePoint = { valence: -0.5, arousal: -0.3 };
const happy: PlanePoint = { valence: 0.6, arousal: 0.3 };

/** Shows the policy a mood ten times a second and returns the instants at which it wanted a queue. */
function watch(policy: FollowPolicy, mood: (ms: number) => PlanePoint, fromMs: number, toMs: number): number[] {
  const wanted: number[] = [];
  for (let ms = fromMs; ms <= toMs; ms += 100) {
    policy.see(mood(ms), ms);
    if (policy.due(ms)) {
      wanted.push(ms);
      policy.chose(mood(ms), ms);
    }
  }
  return wanted;
}

describe('FollowPolicy', () => {
  it('due_withoutAnyFace_isFalse', () => {
    expect(new FollowPolicy().due(10_000)).toBe(false);
  });

  it('due_forTheFirstFace_comesWithinHalfASecond', () => {
    expect(watch(new FollowPolicy(), () => sad, 0, 3000)).toEqual([300]);
  });

  it('due_forAMoodThatStays_neverComesAgain', () => {
    expect(watch(new FollowPolicy(), () => sad, 0, 60_000)).toHaveLength(1);
  });

  it('due_afterAGrimace_doesNotCome', () => {
    const grimace = (ms: number) => (ms >= 10_000 && ms < 11_000 ? happy : sad);
    expect(watch(new FollowPolicy(), grimace, 0, 20_000)).toEqual([300]);
  });

  it('due_afterARealChange_comesOnceItHasSettled', () => {
    const change = (ms: number) => (ms < 10_000 ? sad : happy);
    expect(watch(new FollowPolicy(), change, 0, 20_000)).toEqual([300, 11_500]);
  });

  it('due_forAMoodThatJumpsAbout_keepsItsDistance', () => {
    const jumpy = (ms: number) => (Math.floor(ms / 2000) % 2 ? happy : sad);
    const wanted = watch(new FollowPolicy(), jumpy, 0, 60_000);
    for (let i = 1; i < wanted.length; i++) {
      expect((wanted[i] as number) - (wanted[i - 1] as number)).toBeGreaterThanOrEqual(4000);
    }
  });

  it('due_whileTheMoodWanders_waits', () => {
    const wander = (ms: number) => ({ valence: Math.sin(ms / 800), arousal: 0 });
    expect(watch(new FollowPolicy(), wander, 0, 20_000)).toEqual([300]);
  });

  it('due_forAMoodThatStaysAwayButNeverRests_comesAfterTenSeconds', () => {
    const circling = (ms: number) =>
      ms < 1000 ? { valence: 0, arousal: 0 } : { valence: 0.5 * Math.cos(ms / 900), arousal: 0.5 * Math.sin(ms / 900) };
    expect(watch(new FollowPolicy(), circling, 0, 12_000)).toEqual([300, 11_000]);
  });
});
