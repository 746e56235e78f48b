import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff';

describe('backoffMs', () => {
  it('withoutChance_doublesUpToFifteenSeconds', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 60].map((n) => backoffMs(n, () => 0));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });

  it('withChance_takesOffAtMostAQuarter', () => {
    expect(backoffMs(1, () => 1)).toBe(750);
  });
});
