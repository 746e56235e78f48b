import { describe, expect, it } from 'vitest';
import { NewestFrame } from './newestFrame';

function frame(name: string) {
  return {
    name,
    closed: false,
    close() {
      this.closed = true;
    },
  };
}

function camera() {
  let controller!: ReadableStreamDefaultController<ReturnType<typeof frame>>;
  const stream = new ReadableStream<ReturnType<typeof frame>>({ start: (c) => void (controller = c) });
  const newest = new NewestFrame(stream);
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const show = async (...frames: ReturnType<typeof frame>[]) => {
    for (const f of frames) controller.enqueue(f);
    await settled();
  };
  return { newest, show, end: () => controller.close() };
}

describe('NewestFrame', () => {
  it('take_afterSeveralFrames_givesTheLastAndClosesTheOthers', async () => {
    const { newest, show } = camera();
    const [old, young] = [frame('old'), frame('young')];
    await show(old, young);
    expect(await newest.take()).toBe(young);
    expect([old.closed, young.closed]).toEqual([true, false]);
  });

  it('take_whereTheNewestWasTaken_waitsForTheNext', async () => {
    const { newest, show } = camera();
    await show(frame('first'));
    await newest.take();
    const wanted = newest.take();
    const next = frame('next');
    await show(next);
    expect(await wanted).toBe(next);
    expect(next.closed).toBe(false);
  });

  it('take_askedTwice_lastAskerGetsIt', async () => {
    const { newest, show } = camera();
    const first = newest.take();
    const second = newest.take();
    const next = frame('next');
    await show(next);
    expect([await first, await second]).toEqual([null, next]);
  });

  it('take_afterTheCameraEnded_isNull', async () => {
    const { newest, end } = camera();
    const waiting = newest.take();
    end();
    expect(await waiting).toBeNull();
    expect(await newest.take()).toBeNull();
  });
});
