import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveReading } from '../api/types/live';
import { FrameSender } from './frameSender';

const jpeg = new Blob(['jpeg']);

/** A server that answers every frame after a time; null never answers. */
function rig(answerMs: number | null = 10) {
  const link = { ready: true, sent: 0, send: () => void link.sent++ };
  const sender = new FrameSender(link, () => Date.now());
  const reading = { faces: [{}], estimate: null, neutral: null } as unknown as LiveReading;
  link.send = () => {
    link.sent++;
    if (answerMs !== null) setTimeout(() => sender.answered(reading), answerMs);
  };
  const source = { next: vi.fn(() => Promise.resolve<Blob | null>(jpeg)), close: vi.fn() };
  /** How many frames go in so long. */
  const during = async (ms: number) => {
    const before = link.sent;
    await vi.advanceTimersByTimeAsync(ms);
    return link.sent - before;
  };
  return { link, sender, source, during };
}

describe('FrameSender', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('start_answeredQuickly_sendsTenASecond', async () => {
    const { sender, source, during } = rig();
    sender.start(source);
    await during(1000);
    expect(await during(10_000)).toBe(100);
  });

  it('start_answeredSlowly_hasOneInFlight', async () => {
    const { sender, source, during } = rig(250);
    sender.start(source);
    await during(1000);
    const sent = await during(10_000);
    expect(sent).toBeGreaterThanOrEqual(34);
    expect(sent).toBeLessThanOrEqual(40);
  });

  it('start_neverAnswered_triesTwiceASecond', async () => {
    const { sender, source, during } = rig(null);
    sender.start(source);
    await during(1000);
    expect(await during(10_000)).toBeLessThanOrEqual(20);
  });

  it('linkBusy_takesNoFrameFromTheCamera', async () => {
    const { link, sender, source, during } = rig();
    link.ready = false;
    sender.start(source);
    await during(1000);
    expect(source.next).not.toHaveBeenCalled();
    link.ready = true;
    expect(await during(1000)).toBeGreaterThan(5);
  });

  it('hidden_sendsNothingUntilSeenAgain', async () => {
    const { sender, source, during } = rig();
    sender.start(source);
    await during(1000);
    sender.policy.hidden = true;
    sender.renew();
    expect(await during(5000)).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    sender.policy.hidden = false;
    sender.renew();
    expect(await during(1000)).toBeGreaterThan(5);
  });

  it('hidden_whileAFrameIsMade_holdsItBack', async () => {
    const { link, sender, source, during } = rig();
    let made: (frame: Blob) => void = () => undefined;
    source.next.mockImplementation(() => new Promise((resolve) => (made = resolve)));
    sender.start(source);
    await during(50);
    sender.policy.hidden = true;
    made(jpeg);
    await during(50);
    expect(link.sent).toBe(0);
  });

  it('noPictureYet_isTriedAgainSoon', async () => {
    const { sender, source, during } = rig();
    source.next.mockResolvedValueOnce(null);
    sender.start(source);
    expect(await during(60)).toBe(1);
  });

  it('ended_closesTheSourceAndStops', async () => {
    const { sender, source, during } = rig();
    const end = sender.start(source);
    await during(1000);
    end();
    expect(source.close).toHaveBeenCalledOnce();
    expect(await during(1000)).toBe(0);
  });
});
