type OnFrame = (nowMs: number, calm: boolean) => void;

const listeners = new Set<OnFrame>();
const stillness = typeof matchMedia === 'function' ? matchMedia('(prefers-reduced-motion: reduce)') : null;

/** Whether motion is to be reduced: the system says so, or the Deck's own settings. */
export const isCalm = (): boolean =>
  (stillness?.matches ?? false) || document.documentElement.dataset['motion'] === 'reduced';

let frame = 0;

/**
 * Calls back on every frame that is drawn (a hidden page draws none), and says whether motion is to be reduced.
 * Gives the way to end it.
 */
export function onFrames(listener: OnFrame): () => void {
  listeners.add(listener);
  if (frame === 0) frame = requestAnimationFrame(turn);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    cancelAnimationFrame(frame);
    frame = 0;
  };
}

function turn(nowMs: number): void {
  frame = requestAnimationFrame(turn);
  const calm = isCalm();
  for (const listener of listeners) listener(nowMs, calm);
}
