import type { ScoreTerm } from '../api/types/taste';

/** A term in hundredths of the score. */
export interface Share {
  term: string;
  n: number;
}

/** From here on a term without words stands for itself. */
const littleBelow = 0.02;

/** The sum of a track as it is drawn: in whole hundredths that add up. */
export interface Sum {
  /** The terms that count, in the server's order. */
  terms: (Share & { why: ScoreTerm['why'] })[];
  /** The others, too small for words. */
  little: Share[];
  /** What counts: all together, kept within 0 and 100. */
  score: number;
  /** What of it is cut off for that; mostly nothing. */
  cut: number;
}

/** Rounds so that the parts make that whole number: the largest remainders are rounded up (Hamilton's method). */
function wholeParts(values: readonly number[], total: number): number[] {
  const floors = values.map(Math.floor);
  const missing = total - floors.reduce((sum, floor) => sum + floor, 0);
  const rest = (i: number) => (values[i] ?? 0) - (floors[i] ?? 0);
  const first = floors.map((_, i) => i).sort((a, b) => rest(b) - rest(a));
  for (const i of first.slice(0, missing)) floors[i] = (floors[i] ?? 0) + 1;
  return floors;
}

/** @param given The score as the server says it, 0 to 1: its terms are rounded, and a sum of them may be a little off. */
export function sumOf(terms: readonly ScoreTerm[], given: number): Sum {
  const exact = 100 * terms.reduce((sum, { value }) => sum + value, 0);
  const score = Math.round(100 * given);
  const total = Math.abs(exact - score) < 1.5 ? score : Math.round(exact);
  const hundredths = wholeParts(
    terms.map(({ value }) => 100 * value),
    total,
  );
  const shares = terms.map(({ term, why, value }, i) => ({ term, why, value, n: hundredths[i] ?? 0 }));
  const counts = ({ why, value }: ScoreTerm) => why !== null || Math.abs(value) >= littleBelow;
  return {
    terms: shares.filter(counts),
    little: shares.filter((share) => !counts(share) && share.value !== 0),
    score,
    cut: score - total,
  };
}
