import { describe, expect, it } from 'vitest';
import { frameSize } from './frameShape';

describe('frameSize', () => {
  it('ofALargePicture_isScaledAndKeepsItsShape', () => {
    expect(frameSize(1280, 720)).toEqual({ width: 480, height: 270 });
  });

  it('ofASmallPicture_isThePicture', () => {
    expect(frameSize(320, 240)).toEqual({ width: 320, height: 240 });
  });
});
