import { rimWords } from '../dial/rimWords';

/** A petal of the rose: how far out it reaches (0 to 1) says how often. */
export interface Petal {
  readonly name: string;
  readonly degrees: number;
  readonly share: number;
  readonly reach: number;
}

/**
 * Shares by mood as petals around the dial's rim. The area tells the share, so the reach is its root; the longest petal
 * reaches the rim.
 */
export function petalsOf(distribution: Readonly<Record<string, number>>): Petal[] {
  const most = Math.max(0, ...rimWords.map(({ name }) => distribution[name] ?? 0));
  return rimWords.map(({ name, degrees }) => {
    const share = distribution[name] ?? 0;
    return { name, degrees, share, reach: most > 0 ? Math.sqrt(share / most) : 0 };
  });
}

/** A sector of 26 degrees around the middle, as an SVG path. */
export function petalPath({ degrees, reach }: Petal, inner: number, outer: number): string {
  const radius = inner + reach * (outer - inner);
  const at = (angle: number, r: number) => {
    const radians = (angle * Math.PI) / 180;
    return `${(r * Math.cos(radians)).toFixed(1)} ${(-r * Math.sin(radians)).toFixed(1)}`;
  };
  const [a, b] = [degrees - 13, degrees + 13];
  return `M${at(a, inner)}L${at(a, radius)}A${radius.toFixed(1)} ${radius.toFixed(1)} 0 0 0 ${at(b, radius)}L${at(b, inner)}A${inner} ${inner} 0 0 1 ${at(a, inner)}z`;
}

/** All shares, the largest first. */
export function ranked(distribution: Readonly<Record<string, number>>): { name: string; share: number }[] {
  return Object.entries(distribution)
    .filter(([, share]) => share > 0)
    .map(([name, share]) => ({ name, share }))
    .sort((a, b) => b.share - a.share);
}
