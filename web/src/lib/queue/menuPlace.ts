interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const gap = 4;
const margin = 8;

/** Where a menu of a size goes that belongs to a key: below it or above it, its end at the key's, inside the window. */
export function menuPlace(
  key: Rect,
  menu: { width: number; height: number },
  window: { width: number; height: number },
  rtl: boolean,
): { left: number; top: number } {
  const left = rtl ? key.left : key.right - menu.width;
  const below = key.bottom + gap;
  const top = below + menu.height + margin <= window.height ? below : key.top - gap - menu.height;
  const within = (value: number, size: number, room: number) => Math.max(margin, Math.min(value, room - size - margin));
  return { left: within(left, menu.width, window.width), top: within(top, menu.height, window.height) };
}
