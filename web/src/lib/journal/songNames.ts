/** A song's bar on the paper. */
export interface SongBar {
  readonly x0: number;
  readonly x1: number;
  readonly name: string;
  readonly skipped: boolean;
}

export interface PlacedName {
  readonly bar: SongBar;
  readonly text: string;
  readonly x: number;
  readonly row: number;
}

const gap = 10;
const widest = 150;
const tie = 4;

/**
 * Writes names above their bars in rows, the lowest first, none over another: songs that were heard to the end first, the longer ones before the
 * shorter. A name without room is left out; the bar stays.
 */
export function placeNames(
  bars: readonly SongBar[],
  right: number,
  rows: number,
  widthOf: (text: string) => number,
): PlacedName[] {
  const order = [...bars].sort((a, b) => Number(a.skipped) - Number(b.skipped) || b.x1 - b.x0 - (a.x1 - a.x0));
  const taken: [number, number][][] = Array.from({ length: rows }, () => []);
  const placed: PlacedName[] = [];
  // On a day with hundreds of songs the paper is full long before the last.
  for (const bar of order.slice(0, 120)) {
    const text = shorten(bar.name, Math.min(widest, right - bar.x0), widthOf);
    if (text === '') continue;
    const end = bar.x0 + widthOf(text) + gap;
    const isFree = (spans: readonly [number, number][], to: number) => spans.every(([a, b]) => to <= a || bar.x0 >= b);
    // From a higher row a line leads down to the bar, between the names below.
    const row = taken.findIndex(
      (spans, i) => isFree(spans, end) && taken.slice(0, i).every((under) => isFree(under, bar.x0 + tie)),
    );
    if (row < 0) continue;
    taken[row]?.push([bar.x0, end]);
    for (const under of taken.slice(0, row)) under.push([bar.x0 - tie, bar.x0 + tie]);
    placed.push({ bar, text, x: bar.x0, row });
  }
  return placed;
}

/** As much of a text as fits, by whole signs; nothing when that is too little to be read. */
export function shorten(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text;
  const signs = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let [least, most] = [0, Math.min(signs.length, 80)];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (widthOf(`${signs.slice(0, middle).join('').trimEnd()}…`) <= width) least = middle;
    else most = middle - 1;
  }
  return least < 4 ? '' : `${signs.slice(0, least).join('').trimEnd()}…`;
}
