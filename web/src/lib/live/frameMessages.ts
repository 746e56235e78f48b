/** What the page asks of the worker that makes frames: the newest of a stream, or one made of this picture. */
export type FrameWish =
  { ask: 'watch'; frames: ReadableStream<VideoFrame> } | { ask: 'newest' } | { ask: 'encode'; picture: ImageBitmap };

/** What it answers: a JPEG, or null where there was nothing to make one of. */
export type FrameAnswer = Blob | null;
