import { describe, expect, it } from 'vitest';
import { menuPlace } from './menuPlace';

const menu = { width: 232, height: 340 };
const key = (left: number, top: number) => ({ left, top, right: left + 28, bottom: top + 28 });

describe('menuPlace', () => {
  it('goesBelowItsKey_endToEnd', () => {
    expect(menuPlace(key(600, 100), menu, { width: 1440, height: 900 }, false)).toEqual({ left: 396, top: 132 });
    expect(menuPlace(key(600, 100), menu, { width: 1440, height: 900 }, true)).toEqual({ left: 600, top: 132 });
  });

  it('withoutRoomBelow_goesAbove', () => {
    expect(menuPlace(key(600, 860), menu, { width: 1440, height: 900 }, false).top).toBe(516);
  });

  it('staysInsideASmallWindow', () => {
    const { left, top } = menuPlace(key(2, 200), menu, { width: 320, height: 400 }, false);
    expect(left).toBe(8);
    expect(top).toBe(8);
  });
});
