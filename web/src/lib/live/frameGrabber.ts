/** Width, in pixels, that frames are sent at: plenty for a face at arm's length, some 15 KB a frame. */
const frameWidth = 480;
const jpegQuality = 0.7;

/** Size of the frame sent for a camera picture of that size: never larger than the picture. */
export function frameSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, frameWidth / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Takes JPEG frames from a playing video; one canvas for all of them. */
export class FrameGrabber {
  private readonly canvas = document.createElement('canvas');

  /** The picture the video shows now, not mirrored; null while it shows none. */
  grab(video: HTMLVideoElement): Promise<Blob | null> {
    if (video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return Promise.resolve(null);
    const { width, height } = frameSize(video.videoWidth, video.videoHeight);
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) return Promise.resolve(null);
    context.drawImage(video, 0, 0, width, height);
    return new Promise((resolve) => this.canvas.toBlob(resolve, 'image/jpeg', jpegQuality));
  }
}
