import { describe, expect, it } from 'vitest';
import { boxInWindow } from './faceBoxes';

const picture = { width: 480, height: 360 };

describe('boxInWindow', () => {
  it('inAWindowOfTheSameShape_keepsItsShare', () => {
    const box = { x: 48, y: 36, width: 240, height: 180 };
    expect(boxInWindow(box, picture, { width: 240, height: 180 }, false)).toEqual({
      left: 10,
      top: 10,
      width: 50,
      height: 50,
    });
  });

  it('mirrored_swapsLeftAndRight', () => {
    const box = { x: 0, y: 0, width: 120, height: 90 };
    expect(boxInWindow(box, picture, picture, true)).toEqual({ left: 75, top: 0, width: 25, height: 25 });
  });

  it('inAWiderWindow_losesTopAndBottomEqually', () => {
    // 480x360 covering 480x180: the picture stands 90 px over the window at the top.
    const box = { x: 0, y: 90, width: 480, height: 180 };
    const shown = boxInWindow(box, picture, { width: 480, height: 180 }, false);
    expect(shown).toEqual({ left: 0, top: 0, width: 100, height: 100 });
  });

  it('reachingOverTheEdge_isCutThere', () => {
    const box = { x: -48, y: 0, width: 96, height: 36 };
    expect(boxInWindow(box, picture, picture, false)).toEqual({ left: 0, top: 0, width: 10, height: 10 });
  });

  it('whollyOutsideOrBeforeLayout_isNull', () => {
    const box = { x: 0, y: 0, width: 480, height: 40 };
    expect(boxInWindow(box, picture, { width: 480, height: 180 }, false)).toBeNull();
    expect(boxInWindow(box, picture, { width: 0, height: 0 }, false)).toBeNull();
  });
});
