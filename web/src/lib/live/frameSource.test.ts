import { describe, expect, it, vi } from 'vitest';
import type { FrameWish } from './frameMessages';
import { WorkerFrames, type FrameSource, type WorkerLike } from './frameSource';

const jpeg = new Blob(['jpeg']);

function rig(wish: () => Promise<FrameWish | null> = () => Promise.resolve({ ask: 'newest' })) {
  const worker = { postMessage: vi.fn(), terminate: vi.fn(), onmessage: null, onerror: null };
  const onPage = { next: vi.fn(() => Promise.resolve(jpeg)), close: vi.fn() } satisfies FrameSource;
  const frames = new WorkerFrames(worker as unknown as WorkerLike, wish, () => onPage);
  const handlers = worker as unknown as {
    onmessage(event: { data: Blob | null }): void;
    onerror(event: { preventDefault(): void }): void;
  };
  return { worker, onPage, frames, handlers, settled: () => new Promise((resolve) => setTimeout(resolve)) };
}

describe('WorkerFrames', () => {
  it('next_givesWhatTheWorkerMade', async () => {
    const { frames, handlers, settled } = rig();
    const frame = frames.next();
    await settled();
    handlers.onmessage({ data: jpeg });
    expect(await frame).toBe(jpeg);
  });

  it('next_whileOneIsMade_asksForNoSecond', async () => {
    const { frames, worker, handlers, settled } = rig();
    const first = frames.next();
    expect(await frames.next()).toBeNull();
    await settled();
    expect(worker.postMessage).toHaveBeenCalledOnce();
    handlers.onmessage({ data: jpeg });
    expect(await first).toBe(jpeg);
    void frames.next();
    await settled();
    expect(worker.postMessage).toHaveBeenCalledTimes(2);
  });

  it('next_ofAPicture_handsItOver', async () => {
    const picture = {} as ImageBitmap;
    const { frames, worker, settled } = rig(() => Promise.resolve({ ask: 'encode', picture }));
    void frames.next();
    await settled();
    expect(worker.postMessage).toHaveBeenCalledWith({ ask: 'encode', picture }, [picture]);
  });

  it('next_whereThereIsNoPictureYet_isNullAndAsksAgainLater', async () => {
    const { frames, worker } = rig(() => Promise.resolve(null));
    expect(await frames.next()).toBeNull();
    expect(await frames.next()).toBeNull();
    expect(worker.postMessage).not.toHaveBeenCalled();
  });

  it('next_ofAPictureThatIsRefused_isNullAndTheNextIsAskedFor', async () => {
    const wish = vi.fn<() => Promise<FrameWish | null>>(() => Promise.resolve({ ask: 'newest' }));
    wish.mockRejectedValueOnce(new DOMException('no picture', 'InvalidStateError'));
    const { frames, handlers, settled } = rig(wish);
    expect(await frames.next()).toBeNull();
    const next = frames.next();
    await settled();
    handlers.onmessage({ data: jpeg });
    expect(await next).toBe(jpeg);
  });

  it('next_afterTheWorkerFailed_isMadeOnThePage', async () => {
    const { frames, worker, onPage, handlers, settled } = rig();
    const lost = frames.next();
    await settled();
    handlers.onerror({ preventDefault: vi.fn() });
    expect(await lost).toBeNull();
    expect(await frames.next()).toBe(jpeg);
    expect(onPage.next).toHaveBeenCalledOnce();
    expect(worker.terminate).toHaveBeenCalled();
  });

  it('close_endsTheWorkerAndWhoeverWaits', async () => {
    const { frames, worker } = rig();
    const waiting = frames.next();
    frames.close();
    expect(await waiting).toBeNull();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });
});
