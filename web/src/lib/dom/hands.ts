const events = ['pointermove', 'pointerdown', 'wheel', 'touchmove', 'keydown', 'focusin'] as const;

/** An attachment that tells whenever a pointer or the keys are busy in an element. */
export function hands(touched: (by: 'pointer' | 'keys') => void): (node: HTMLElement) => () => void {
  const busy = (event: Event) => touched(event.type === 'keydown' ? 'keys' : 'pointer');
  return (node) => {
    for (const name of events) node.addEventListener(name, busy, { passive: true });
    return () => {
      for (const name of events) node.removeEventListener(name, busy);
    };
  };
}
