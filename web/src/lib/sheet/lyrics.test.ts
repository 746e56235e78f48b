import { describe, expect, it } from 'vitest';
import { lineAt } from './lyrics';

const lines = [null, 2, 5, 5, 9].map((atSeconds, i) => ({ atSeconds, text: `line ${i}` }));

describe('the line that is sung', () => {
  it('is the last that has begun, the later of two at once, and none before the first', () => {
    expect([0, 2, 4.9, 5, 100].map((seconds) => lineAt(lines, seconds))).toEqual([-1, 1, 1, 3, 4]);
  });
});
