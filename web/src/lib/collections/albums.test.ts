import { describe, expect, it } from 'vitest';
import { track } from '../testing/tracks';
import { albumsOf, shuffled, tracksOfAlbum } from './albums';

const on = (
  id: string,
  artist: string,
  album: string | null,
  trackNumber: number | null,
  discNumber = 1,
  year = 1999,
) => track(id, true, { artist, album, trackNumber, discNumber, year });
const ids = (tracks: readonly { id: string }[]) => tracks.map((t) => t.id).join('');

describe('tracksOfAlbum', () => {
  it('ordersByDiscThenPlace_andPutsTheUnnumberedLast', () => {
    const found = [
      on('d', 'A', 'Best', 1, 2),
      on('b', 'A', 'Best', 2),
      on('c', 'A', 'Best', null),
      on('a', 'A', 'Best', 1),
    ];
    expect(ids(tracksOfAlbum({ title: 'best', artist: 'A' }, found))).toBe('abcd');
  });

  it('takesOnlyThisAlbumOfThisArtist', () => {
    const found = [on('a', 'A', 'Best', 1), on('b', 'B', 'Best', 1), on('c', 'A', 'Best of', 1)];
    expect(ids(tracksOfAlbum({ title: 'Best', artist: 'A' }, found))).toBe('a');
  });

  it('ofSeveralArtists_leavesOutAlbumsOfOneThatAreCalledTheSame', () => {
    const found = [on('a', 'A', 'Best', 1), on('b', 'B', 'Best', 2), on('c', 'C', 'Best', 1)];
    const tile = { title: 'Best', artist: 'C', year: null, tracks: 1, playable: 1, artworkUrl: null, trackIds: ['c'] };
    expect(ids(tracksOfAlbum({ title: 'Best', artist: null }, found, [tile]))).toBe('ab');
  });
});

describe('albumsOf', () => {
  it('putsTheNewestFirst_andWhatIsOnNoneLast', () => {
    const albums = albumsOf([
      on('x', 'A', null, null, 1, 2020),
      on('o', 'A', 'Old', 1, 1, 1970),
      on('m', 'A', 'New', 2, 1, 2001),
      on('n', 'A', 'New', 1, 1, 2001),
    ]);
    expect(albums.map((a) => a.title)).toEqual(['New', 'Old', null]);
    expect(albums.map((a) => ids(a.tracks))).toEqual(['nm', 'o', 'x']);
  });
});

describe('shuffled', () => {
  it('keepsAll_andLeavesTheListAlone', () => {
    const all = [1, 2, 3, 4, 5];
    expect(shuffled(all, () => 0)).toEqual([2, 3, 4, 5, 1]);
    expect(all).toEqual([1, 2, 3, 4, 5]);
  });
});
