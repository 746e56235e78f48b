import { describe, expect, it } from 'vitest';
import { clock, spokenClock } from './clock';

describe('clock', () => {
  it.each([
    [0, '0:00'],
    [65.9, '1:05'],
    [3725, '1:02:05'],
    [null, '-:--'],
    [Number.NaN, '-:--'],
    [Number.POSITIVE_INFINITY, '-:--'],
  ])('of %s is %s', (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });

  it('spoken_minutesAndSeconds_agreeInNumber', () => {
    expect(spokenClock(1.5)).toBe('1 second');
    expect(spokenClock(125)).toBe('2 minutes 5 seconds');
  });
});
