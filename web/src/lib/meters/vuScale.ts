import { vuMarks } from '../player/vu';

/** The drawing of a VU meter's card in its own units, a card of 186 x 104: proportional to voltage, 0 VU at 70.8 %. */
export const card = { width: 186, height: 104, pivotX: 93, pivotY: 124.8, radius: 90.5, halfSweep: 46 } as const;

/** Degrees of the needle from straight up at a share of full deflection. */
export const needleAngle = (deflection: number): number => -card.halfSweep + 2 * card.halfSweep * deflection;

/** A point of the card at a distance from the pivot, where the needle points at that deflection. */
export function pointAt(radius: number, deflection: number): [number, number] {
  const angle = (needleAngle(deflection) * Math.PI) / 180;
  return [card.pivotX + radius * Math.sin(angle), card.pivotY - radius * Math.cos(angle)];
}

export interface Mark {
  vu: number;
  text: string;
  red: boolean;
}

/** The printed levels; fewer where the card is small. */
export const marks = (small: boolean): Mark[] =>
  (small ? [-20, -10, -3, 0, 3] : vuMarks).map((vu) => ({
    vu,
    text: String(Math.abs(vu)),
    red: vu > 0,
  }));

const fixed = (point: [number, number]) => point.map((n) => n.toFixed(1)).join(' ');

/** An arc of the scale. */
export function arc(radius: number, from: number, to: number): string {
  return `M${fixed(pointAt(radius, from))}A${radius} ${radius} 0 0 1 ${fixed(pointAt(radius, to))}`;
}

/** A tick from one radius to another. */
export function tick(deflection: number, from: number, to: number): string {
  return `M${fixed(pointAt(from, deflection))}L${fixed(pointAt(to, deflection))}`;
}
