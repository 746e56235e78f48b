import type { FrameAnswer, FrameWish } from './frameMessages';
import { frameFormat, frameSize } from './frameShape';
import { NewestFrame } from './newestFrame';

// Scales and compresses camera frames beside the page's own thread.
const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext('2d', { alpha: false });
let newest: NewestFrame<VideoFrame> | null = null;

function draw(picture: VideoFrame | ImageBitmap, pictureWidth: number, pictureHeight: number): void {
  const { width, height } = frameSize(pictureWidth, pictureHeight);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context?.drawImage(picture, 0, 0, width, height);
  // The camera lends only a few frames at a time.
  picture.close();
}

async function answer(wish: FrameWish): Promise<FrameAnswer> {
  if (!context) throw new Error('This browser draws nothing in a worker.');
  if (wish.ask === 'encode') {
    draw(wish.picture, wish.picture.width, wish.picture.height);
  } else {
    const frame = await newest?.take();
    if (!frame) return null;
    draw(frame, frame.displayWidth, frame.displayHeight);
  }
  return canvas.convertToBlob(frameFormat);
}

addEventListener('message', ({ data }: MessageEvent<FrameWish>) => {
  if (data.ask === 'watch') {
    newest = new NewestFrame(data.frames);
    return;
  }
  answer(data).then(
    (frame) => postMessage(frame),
    // Thrown out of here, it is the worker's error event in the page.
    (error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
  );
});
