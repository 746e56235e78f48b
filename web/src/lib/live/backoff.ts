/**
 * How long to wait before the n-th try in a row (from 0), in milliseconds: doubling from 0.5 s to 15 s, less up to a
 * quarter by chance so that many pages do not knock at the same instant.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(15_000, 500 * 2 ** Math.min(attempt, 10));
  return full * (1 - 0.25 * random());
}
