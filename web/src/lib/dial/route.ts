import type { Track } from '../api/types/tracks';
import { dial } from './dialLayout';
import { toDisc } from './geometry';

/** A song of the queue that is still to come, at its place in the dial's drawing. */
export interface RouteBead extends Point {
  id: string;
  title: string;
  number: number;
  /** Its number has room to be read. */
  clear: boolean;
}

/** So many songs ahead are shown. */
const ahead = 5;
/** Closer than this, in the dial's units, two numbers would cover each other. */
const room = 25;

export interface Point {
  x: number;
  y: number;
}

/** The place of a mood in the dial's drawing. */
export function placeOf(mood: { valence: number; arousal: number }): Point {
  const { valence, arousal } = toDisc(mood, 0.98);
  return { x: valence * dial.plane, y: -arousal * dial.plane };
}

/**
 * The next songs where they stand on the plane, numbered like their cards. Each stands where its music is, so several
 * may stand close together: then the one that comes sooner keeps its number.
 * @param currentId What plays; the route begins after it, or at the front while nothing does.
 */
export function routeOf(items: readonly Track[], currentId: string | null): RouteBead[] {
  const from = items.findIndex((track) => track.id === currentId) + 1;
  const beads: RouteBead[] = [];
  for (const [i, track] of items.slice(from, from + ahead).entries()) {
    const { x, y } = placeOf(track.mood);
    const clear = beads.every((bead) => !bead.clear || Math.hypot(bead.x - x, bead.y - y) >= room);
    beads.push({ id: track.id, title: track.title, number: from + i + 1, x, y, clear });
  }
  return beads;
}

/** The figures of the scale at half of either axis, by the middle of their print. */
export const figures: readonly (Point & { text: string })[] = [-0.5, 0.5].flatMap((at) => {
  const text = `${at > 0 ? '+' : '−'}.5`;
  return [
    { text, x: at * dial.plane, y: 16 },
    { text, x: 20, y: -at * dial.plane },
  ];
});

/** Those places that nothing else stands on. */
export const uncovered = <T extends Point>(places: readonly T[], taken: readonly Point[]): T[] =>
  places.filter((place) => taken.every(({ x, y }) => Math.hypot(place.x - x, place.y - y) >= room));

/** Where a name is written beside a place. */
export interface NamePlace {
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
}

/** A letter's width as a share of its size, on the wide side: those from Tamil to Korean are nearly as wide as high. */
const widthOf = (letter: string) => (letter < '\u0b80' ? 0.56 : 0.9);
/** From here on a name would cover something or stand outside the glass. */
const tooMuch = 60;

interface Spot extends NamePlace {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Where a name stands clear of the rim and of what is there already: right of its place, left of it, below it or above
 * it, whichever covers least.
 * @param taken Middles of what must stay readable.
 */
export function nameBeside(place: Point, title: string, fontSize: number, taken: readonly Point[]): NamePlace {
  return best(spotsOf(place, title, fontSize), taken).spot;
}

/** The same for several places, in order; a name that finds no room is left out. */
export function namesBeside<T extends Point & { title: string }>(
  places: readonly T[],
  fontSize: number,
  taken: readonly Point[],
): (T & { name: NamePlace })[] {
  const covered = [...taken];
  const named: (T & { name: NamePlace })[] = [];
  for (const place of places) {
    const { spot, cost } = best(spotsOf(place, place.title, fontSize), covered);
    if (cost >= tooMuch) continue;
    named.push({ ...place, name: { x: spot.x, y: spot.y, anchor: spot.anchor } });
    // A name is as long as a row of points.
    for (let x = spot.left; x <= spot.right; x += 12) covered.push({ x, y: (spot.top + spot.bottom) / 2 });
  }
  return named;
}

function spotsOf({ x, y }: Point, title: string, fontSize: number): Spot[] {
  const width = [...title].reduce((sum, letter) => sum + widthOf(letter), 0) * fontSize;
  const spot = (x: number, baseline: number, anchor: NamePlace['anchor'], left: number): Spot => {
    return { x, y: baseline, anchor, left, right: left + width, top: baseline - fontSize, bottom: baseline };
  };
  return [
    spot(x + 12, y + 5, 'start', x + 12),
    spot(x - 12, y + 5, 'end', x - 12 - width),
    spot(x, y + 25, 'middle', x - width / 2),
    spot(x, y - 15, 'middle', x - width / 2),
    // Beyond a ring that lies around the place.
    spot(x - 24, y + 5, 'end', x - 24 - width),
    spot(x + 24, y + 5, 'start', x + 24),
    spot(x, y + 36, 'middle', x - width / 2),
  ];
}

function best(spots: readonly Spot[], taken: readonly Point[]): { spot: Spot; cost: number } {
  const priced = spots.map((spot) => ({ spot, cost: costOf(spot, taken) }));
  return priced.reduce((least, next) => (next.cost < least.cost ? next : least));
}

function costOf({ left, right, top, bottom }: Spot, taken: readonly Point[]): number {
  const corner = Math.hypot(Math.max(Math.abs(left), Math.abs(right)), Math.max(Math.abs(top), Math.abs(bottom)));
  const covered = taken.filter(({ x, y }) => x > left - 10 && x < right + 10 && y > top - 8 && y < bottom + 8);
  return 10 * Math.max(0, corner - dial.plane) + 100 * covered.length;
}
