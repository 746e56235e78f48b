/** A camera at 5 frames a second is still a camera; silence longer than this is none. */
const silenceMs = 1000;

/**
 * Knows whether a video is being given frames right now, which is what the camera lamp shows. `report` hears every
 * change, and false at once when the watch ends.
 */
export function watchFrames(video: HTMLVideoElement, report: (delivered: boolean) => void): () => void {
  let lastFrameAt = Number.NEGATIVE_INFINITY;
  let delivered = false;
  let request = 0;
  const say = (now: boolean) => {
    if (now !== delivered) report((delivered = now));
  };
  const onFrame = () => {
    lastFrameAt = performance.now();
    say(true);
    request = video.requestVideoFrameCallback(onFrame);
  };
  request = video.requestVideoFrameCallback(onFrame);
  const timer = setInterval(() => {
    if (performance.now() - lastFrameAt > silenceMs) say(false);
  }, 250);
  return () => {
    clearInterval(timer);
    video.cancelVideoFrameCallback(request);
    say(false);
  };
}
