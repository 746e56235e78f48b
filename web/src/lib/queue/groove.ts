/** Where cards stand that stand in a line, all equally far apart. Lengths in pixels along the line. */
export interface Line {
  /** From one card to the next. */
  pitch: number;
  count: number;
}

/** Which place a card comes to that stood at `from` and was dragged so far along the line. */
export function placeAfter({ pitch, count }: Line, from: number, dragged: number): number {
  return Math.min(Math.max(0, from + Math.round(dragged / pitch)), count - 1);
}

/** How far a card at `place` makes way while another is carried from one place to another, in places: -1, 0 or 1. */
export function makesWay(place: number, from: number, to: number): -1 | 0 | 1 {
  if (place > from && place <= to) return -1;
  if (place < from && place >= to) return 1;
  return 0;
}

/** Nearer to an end than this the line goes on by itself. */
const reach = 56;
const fastestPixelsPerSecond = 900;

/** How fast a line scrolls for a pointer near one of its ends, the faster the nearer; 0 in the middle. */
export function pullAt(pointer: number, start: number, end: number): number {
  const room = Math.min(reach, (end - start) / 4);
  const past = pointer < start + room ? pointer - start - room : pointer > end - room ? pointer - end + room : 0;
  return fastestPixelsPerSecond * Math.min(1, Math.max(-1, past / room));
}
