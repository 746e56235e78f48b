import { FrameGrabber, showsPicture } from './frameGrabber';
import type { FrameAnswer, FrameWish } from './frameMessages';

/** Where frames come from: one at a time, the newest there is. */
export interface FrameSource {
  /** A JPEG frame; null where there is none to give now, or one is being made already. */
  next(): Promise<Blob | null>;
  close(): void;
}

/** What of a Worker is used here. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Frames made in a worker. Where the worker fails, they are made on the page's thread from then on. */
export class WorkerFrames implements FrameSource {
  private waiting: ((frame: FrameAnswer) => void) | null = null;
  private instead: FrameSource | null = null;

  /**
   * @param wish what to ask the worker for a frame; null while there is none to ask for
   * @param otherwise made when the worker does not work
   */
  constructor(
    private readonly worker: WorkerLike,
    private readonly wish: () => Promise<FrameWish | null>,
    otherwise: () => FrameSource,
  ) {
    worker.onmessage = ({ data }: MessageEvent<FrameAnswer>) => this.answer(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.close();
      this.instead ??= otherwise();
    };
  }

  async next(): Promise<Blob | null> {
    if (this.instead) return this.instead.next();
    if (this.waiting) return null;
    // Claimed before the picture is there, so that no second one is made meanwhile.
    const frame = new Promise<FrameAnswer>((resolve) => (this.waiting = resolve));
    try {
      const wish = await this.wish();
      if (wish) this.worker.postMessage(wish, wish.ask === 'encode' ? [wish.picture] : []);
      else this.answer(null);
    } catch {
      // A picture may be refused, as while a camera comes or goes; the next one is another matter.
      this.answer(null);
    }
    return frame;
  }

  close(): void {
    this.worker.terminate();
    this.answer(null);
    this.instead?.close();
  }

  private answer(frame: FrameAnswer): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.(frame);
  }
}

/** The best way this browser has to take frames of a stream that a video shows. */
export function openFrames(video: HTMLVideoElement, stream: MediaStream): FrameSource {
  const onPage = (): FrameSource => {
    const grabber = new FrameGrabber();
    return { next: () => grabber.grab(video), close: () => undefined };
  };
  if (typeof OffscreenCanvas === 'undefined') return onPage();
  const worker = new Worker(new URL('./frameWorker.ts', import.meta.url), { type: 'module' });
  const [track] = stream.getVideoTracks();
  if (track && typeof MediaStreamTrackProcessor !== 'undefined') {
    const frames = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable;
    worker.postMessage({ ask: 'watch', frames } satisfies FrameWish, [frames]);
    return new WorkerFrames(worker, () => Promise.resolve({ ask: 'newest' }), onPage);
  }
  const picture = async (): Promise<FrameWish | null> =>
    showsPicture(video) ? { ask: 'encode', picture: await createImageBitmap(video) } : null;
  return new WorkerFrames(worker, picture, onPage);
}

/** Frames of a track as a stream; not in every browser, and not in TypeScript's own list of what browsers have. */
declare const MediaStreamTrackProcessor: new (of: { track: MediaStreamTrack; maxBufferSize?: number }) => {
  readonly readable: ReadableStream<VideoFrame>;
};
