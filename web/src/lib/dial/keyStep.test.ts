import { describe, expect, it } from 'vitest';
import { keyStep } from './keyStep';

const centre = { valence: 0, arousal: 0 };

describe('keyStep', () => {
  it.each([
    ['ArrowRight', { valence: 0.05, arousal: 0 }],
    ['ArrowLeft', { valence: -0.05, arousal: 0 }],
    ['ArrowUp', { valence: 0, arousal: 0.05 }],
    ['ArrowDown', { valence: 0, arousal: -0.05 }],
    ['PageUp', { valence: 0, arousal: 0.2 }],
  ])('%s_fromTheCentre_takesOneStep', (key, point) => {
    expect(keyStep(key, false, centre)).toEqual(point);
  });

  it('withShift_takesALargeStep', () => {
    expect(keyStep('ArrowRight', true, centre)).toEqual({ valence: 0.2, arousal: 0 });
  });

  it('manySteps_neverLeaveTheDisc', () => {
    let at = centre;
    for (let i = 0; i < 60; i++) at = keyStep(i % 2 ? 'ArrowRight' : 'ArrowUp', false, at) ?? at;
    expect(Math.hypot(at.valence, at.arousal)).toBeCloseTo(1);
  });

  it('home_isTheCentre_andOtherKeysAreNotOurs', () => {
    expect(keyStep('Home', false, { valence: 0.4, arousal: 0.1 })).toEqual(centre);
    expect(keyStep('Tab', false, centre)).toBeNull();
  });
});
