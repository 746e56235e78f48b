/** Width, in pixels, that frames are sent at: plenty for a face at arm's length, some 15 KB a frame. */
const frameWidth = 480;

/** How frames are compressed, as canvases want it said. */
export const frameFormat = { type: 'image/jpeg', quality: 0.7 };

/** Size of the frame sent for a camera picture of that size: never larger than the picture. */
export function frameSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, frameWidth / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
