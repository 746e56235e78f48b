/** Calls back once the page has opened and has nothing better to do. */
export function whenIdle(act: () => void): void {
  const idle = () => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 10_000 });
    else setTimeout(act, 2000);
  };
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle, { once: true });
}
