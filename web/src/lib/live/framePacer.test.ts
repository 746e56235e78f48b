import { describe, expect, it } from 'vitest';
import { FramePacer } from './framePacer';

describe('FramePacer', () => {
  it('maySend_atFirst_isTrue', () => {
    expect(new FramePacer().maySend(0)).toBe(true);
  });

  it('maySend_whileAFrameIsInFlight_waitsForTheAnswerOrHalfASecond', () => {
    const pacer = new FramePacer();
    pacer.sent(1000);
    expect(pacer.maySend(1150)).toBe(false);
    expect(pacer.maySend(1499)).toBe(false);
    expect(pacer.maySend(1500)).toBe(true);
  });

  it('maySend_afterAQuickAnswer_keepsTenFramesASecond', () => {
    const pacer = new FramePacer();
    pacer.sent(1000);
    pacer.answered();
    expect(pacer.maySend(1099)).toBe(false);
    expect(pacer.maySend(1100)).toBe(true);
  });

  it('maySend_afterReset_isTrueAtOnce', () => {
    const pacer = new FramePacer();
    pacer.sent(1000);
    pacer.reset();
    expect(pacer.maySend(1001)).toBe(true);
  });
});
