import { describe, expect, it } from 'vitest';
import { Spring } from './spring';

describe('Spring', () => {
  it('step_toANewTarget_arrivesInItsTimeWithoutOvershoot', () => {
    const spring = new Spring(0, 1.2);
    spring.target = 1;
    let highest = 0;
    for (let i = 0; i < 72; i++) highest = Math.max(highest, spring.step(1 / 60));
    expect(spring.value).toBeGreaterThan(0.985);
    for (let i = 0; i < 600; i++) highest = Math.max(highest, spring.step(1 / 60));
    expect(highest).toBeLessThanOrEqual(1);
    expect(spring.atRest).toBe(true);
  });

  it('step_inOneOrManySteps_endsAtTheSamePlace', () => {
    const coarse = new Spring(0, 1.2, 1);
    const fine = new Spring(0, 1.2, 1);
    coarse.step(0.4);
    for (let i = 0; i < 400; i++) fine.step(0.001);
    expect(coarse.value).toBeCloseTo(fine.value, 6);
  });

  it('jump_leavesNoMotion', () => {
    const spring = new Spring(0, 1.2, 1);
    spring.step(0.1);
    spring.jump(-0.5);
    expect(spring.step(0.1)).toBe(-0.5);
  });
});
