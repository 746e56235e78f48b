import { frameFormat, frameSize } from './frameShape';

/** Takes JPEG frames from a playing video on the page's own thread; one canvas for all of them. */
export class FrameGrabber {
  private readonly canvas = document.createElement('canvas');

  /** The picture the video shows now, not mirrored; null while it shows none. */
  grab(video: HTMLVideoElement): Promise<Blob | null> {
    if (!showsPicture(video)) return Promise.resolve(null);
    const { width, height } = frameSize(video.videoWidth, video.videoHeight);
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) return Promise.resolve(null);
    context.drawImage(video, 0, 0, width, height);
    return new Promise((resolve) => this.canvas.toBlob(resolve, frameFormat.type, frameFormat.quality));
  }
}

/** Whether there is a picture in a video now. */
export function showsPicture(video: HTMLVideoElement): boolean {
  return video.readyState >= video.HAVE_CURRENT_DATA && video.videoWidth > 0;
}
