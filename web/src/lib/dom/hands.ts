const events = ['pointermove', 'pointerdown', 'wheel', 'touchmove', 'keydown', 'focusin'] as const;

/** An attachment that tells whenever a hand or a key is busy in an element. */
export function hands(busy: () => void): (node: HTMLElement) => () => void {
  return (node) => {
    for (const name of events) node.addEventListener(name, busy, { passive: true });
    return () => {
      for (const name of events) node.removeEventListener(name, busy);
    };
  };
}
