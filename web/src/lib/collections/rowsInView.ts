export interface Rows {
  /** The first row to draw, and the first no longer to. */
  first: number;
  end: number;
}

/** Drawn above and below what is seen, so that scrolling shows no gap. */
const spare = 2;

/**
 * Which rows of a long list are to be drawn: those in the window and a few around them. `top` is where the list begins,
 * from the window's upper edge; all lengths in pixels.
 */
export function rowsInView(top: number, windowHeight: number, rowHeight: number, count: number): Rows {
  const first = Math.floor(-top / rowHeight) - spare;
  const end = Math.ceil((windowHeight - top) / rowHeight) + spare;
  const inside = (row: number) => Math.min(Math.max(0, row), count);
  return { first: inside(first), end: inside(end) };
}
