import { describe, expect, it } from 'vitest';
import { track } from '../testing/tracks';
import { crossfadeFor, flowsInto } from './transition';

const on = (trackNumber: number | null, more = {}) =>
  track(`${trackNumber}`, true, { album: 'Suite', trackNumber, ...more });

describe('flowsInto', () => {
  it.each([
    ['neighbours of one album', on(3), on(4), true],
    ['the other way round', on(4), on(3), false],
    ['tracks apart', on(3), on(5), false],
    ['neighbours on two discs', on(3, { discNumber: 1 }), on(4, { discNumber: 2 }), false],
    ['a disc that is not told', on(3, { discNumber: 1 }), on(4), true],
    ['tracks without numbers', on(null), on(null), false],
    ['tracks without an album', on(1, { album: null }), on(2, { album: null }), false],
    ['two albums', on(1), on(2, { album: 'Another' }), false],
  ])('of %s', (_, a, b, flows) => {
    expect(flowsInto(a, b)).toBe(flows);
  });
});

describe('crossfadeFor', () => {
  it.each([
    [0, 0],
    [5, 5],
    [40, 12],
    [-1, 0],
  ])('wanted %d is %d seconds', (wanted, seconds) => {
    expect(crossfadeFor(track('a'), track('b'), wanted, 180)).toBe(seconds);
  });

  it('ofAShortPiece_takesAThirdOfItAtMost', () => {
    expect(crossfadeFor(track('a'), track('b'), 12, 15)).toBe(5);
    expect(crossfadeFor(track('a'), track('b', true, { durationSeconds: 6 }), 12, 180)).toBe(2);
  });

  it('betweenNeighboursOfAnAlbum_isNone', () => {
    expect(crossfadeFor(on(1), on(2), 8, 180)).toBe(0);
  });
});
