import { describe, expect, it } from 'vitest';
import { makesWay, placeAfter, pullAt } from './groove';

const line = { pitch: 269, count: 5 };

describe('placeAfter', () => {
  it('changesOnceTheCardIsHalfwayOver', () => {
    expect(placeAfter(line, 1, 130)).toBe(1);
    expect(placeAfter(line, 1, 140)).toBe(2);
    expect(placeAfter(line, 1, -140)).toBe(0);
  });

  it('stopsAtTheEnds', () => {
    expect(placeAfter(line, 1, 9999)).toBe(4);
    expect(placeAfter(line, 1, -9999)).toBe(0);
  });

  it('fromRightToLeft_countsTheOtherWay', () => {
    expect(placeAfter({ ...line, pitch: -269 }, 1, -280)).toBe(2);
  });
});

describe('makesWay', () => {
  it('onlyBetweenWhereTheCardWasAndWhereItGoes', () => {
    expect([0, 1, 2, 3, 4].map((place) => makesWay(place, 1, 3))).toEqual([0, 0, -1, -1, 0]);
    expect([0, 1, 2, 3, 4].map((place) => makesWay(place, 3, 1))).toEqual([0, 1, 1, 0, 0]);
    expect([0, 1, 2].map((place) => makesWay(place, 1, 1))).toEqual([0, 0, 0]);
  });
});

describe('pullAt', () => {
  it('inTheMiddle_isStill', () => {
    expect(pullAt(500, 0, 1000)).toBe(0);
  });

  it('atTheEnds_goesTheirWay_fasterTheNearer', () => {
    expect(pullAt(30, 0, 1000)).toBeLessThan(0);
    expect(pullAt(10, 0, 1000)).toBeLessThan(pullAt(30, 0, 1000));
    expect(pullAt(990, 0, 1000)).toBeGreaterThan(0);
    expect(pullAt(5000, 0, 1000)).toBe(900);
  });
});
