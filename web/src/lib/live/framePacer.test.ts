import { describe, expect, it } from 'vitest';
import { FramePacer } from './framePacer';

const spacing = 100;

describe('FramePacer', () => {
  it('maySend_atFirst_isTrue', () => {
    expect(new FramePacer().maySend(0, spacing)).toBe(true);
  });

  it('maySend_whileAFrameIsInFlight_waitsForTheAnswerOrHalfASecond', () => {
    const pacer = new FramePacer();
    pacer.sent(1000);
    expect(pacer.maySend(1150, spacing)).toBe(false);
    expect(pacer.maySend(1499, spacing)).toBe(false);
    expect(pacer.maySend(1500, spacing)).toBe(true);
  });

  it('maySend_atASlowPaceWithoutAnAnswer_keepsThePace', () => {
    const pacer = new FramePacer();
    pacer.sent(1000);
    expect(pacer.maySend(1500, 1000)).toBe(false);
    expect(pacer.maySend(2000, 1000)).toBe(true);
  });

  it('maySend_afterAQuickAnswer_keepsThePace', () => {
    const pacer = new FramePacer();
    pacer.sent(1000);
    pacer.answered();
    expect(pacer.maySend(1099, spacing)).toBe(false);
    expect(pacer.maySend(1100, spacing)).toBe(true);
  });

  it('maySend_afterReset_isTrueAtOnce', () => {
    const pacer = new FramePacer();
    pacer.sent(1000);
    pacer.reset();
    expect(pacer.maySend(1001, spacing)).toBe(true);
  });

  it('dueIn_isWhatIsLeftOfThePace', () => {
    const pacer = new FramePacer();
    expect(pacer.dueInMs(0, spacing)).toBe(0);
    pacer.sent(1000);
    expect(pacer.dueInMs(1030, spacing)).toBe(70);
    expect(pacer.dueInMs(5000, spacing)).toBe(0);
  });
});
