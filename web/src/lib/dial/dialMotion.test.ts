import { describe, expect, it } from 'vitest';
import { DialMotion } from './dialMotion';

const mood = { valence: 0.6, arousal: 0.6, sigma: { valence: 0.1, arousal: 0.1 }, confidence: 0.9 };

describe('DialMotion', () => {
  it('aim_withoutJump_getsThereInTimeAndComesToRest', () => {
    const motion = new DialMotion();
    motion.aim(mood, false);
    expect(motion.step(0.05).pose.valence).toBeLessThan(0.3);
    for (let i = 0; i < 600; i++) motion.step(1 / 60);
    const { pose, rest } = motion.step(1 / 60);
    expect(pose.valence).toBeCloseTo(0.6, 2);
    expect(pose.angle).toBeCloseTo(45, 0);
    expect(rest).toBe(true);
  });

  it('aim_withJump_isThereAtOnce', () => {
    const motion = new DialMotion();
    motion.aim(mood, true);
    const { pose, rest } = motion.step(0);
    expect(pose.arousal).toBe(0.6);
    expect(pose.spreadValence).toBeCloseTo(0.151, 3);
    expect(rest).toBe(true);
  });

  it('aim_beyondTheDisc_staysOnIt', () => {
    const motion = new DialMotion();
    motion.aim({ ...mood, valence: 1, arousal: 1 }, true);
    const { pose } = motion.step(0);
    expect(Math.hypot(pose.valence, pose.arousal)).toBeCloseTo(1);
  });

  it('aim_atTheCentre_doesNotLean', () => {
    const motion = new DialMotion();
    motion.aim({ ...mood, valence: 0, arousal: 0 }, true);
    expect(motion.step(0).pose.lean).toBe(0);
  });
});
