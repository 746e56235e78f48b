import { describe, expect, it } from 'vitest';
import { track } from '../testing/tracks';
import { emptyQueue, isOwn, keep, moveTo, pick, rechoose } from './playQueue';
import { clear, move, moveBy, remove, undo, type Edit } from './queueEdits';

const all = ['a', 'b', 'c', 'd', 'e'].map((id) => track(id));
const ids = (queue: { items: readonly { id: string }[] }) => queue.items.map((t) => t.id).join('');
const playing = moveTo(rechoose(emptyQueue, all), 'b');

function takeBack({ queue, undo: step }: Edit) {
  if (!step) throw new Error('nothing to take back');
  return undo(queue, step);
}

describe('move', () => {
  it('toAPlace_countsFromWhatComesNext', () => {
    expect(ids(move(playing, 'e', 0).queue)).toBe('abecd');
    expect(ids(move(playing, 'c', 99).queue)).toBe('abdec');
    expect(ids(move(playing, 'e', -5).queue)).toBe('abecd');
  });

  it('ofWhatPlaysOrWasHeard_orToWhereItIs_changesNothing', () => {
    for (const [id, place] of [
      ['a', 1],
      ['b', 1],
      ['d', 1],
      ['z', 0],
    ] as const) {
      expect(move(playing, id, place)).toEqual({ queue: playing, undo: null });
    }
  });

  it('survivesANewChoice', () => {
    const moved = move(playing, 'e', 1).queue;
    expect(ids(rechoose(moved, [track('x'), track('y'), track('z')]))).toBe('abxeyz');
  });

  it('takenBack_isAsBefore', () => {
    expect(takeBack(move(playing, 'e', 0))).toEqual(playing);
  });

  it('byKeys_goesOnePlace_andStopsAtTheEnds', () => {
    expect(ids(moveBy(playing, 'd', -1).queue)).toBe('abdce');
    expect(ids(moveBy(playing, 'd', 1).queue)).toBe('abced');
    expect(moveBy(playing, 'c', -1).undo).toBeNull();
    expect(moveBy(playing, 'e', 1).undo).toBeNull();
  });
});

describe('remove', () => {
  it('takesItOut_andANewChoiceDoesNotBringItBack', () => {
    const { queue } = remove(playing, 'd');
    expect(ids(queue)).toBe('abce');
    expect(ids(rechoose(queue, all))).toBe('abce');
  });

  it('ofWhatPlays_changesNothing', () => {
    expect(remove(playing, 'b')).toEqual({ queue: playing, undo: null });
  });

  it('takenBack_standsWhereItStood', () => {
    for (const id of ['a', 'c', 'd', 'e']) expect(takeBack(remove(playing, id))).toEqual(playing);
  });

  it('takenBackAfterTheQueueWentOn_standsAsFarFromWhatPlays', () => {
    const { queue, undo: step } = remove(playing, 'e');
    if (!step) throw new Error('nothing removed');
    const later = rechoose(moveTo(queue, 'c'), [track('x'), track('y'), track('z')]);
    expect(ids(undo(later, step))).toBe('bcxyez');
  });

  it('pickedAgain_isWantedAgain', () => {
    const again = pick(remove(playing, 'd').queue, track('d'));
    expect(ids(rechoose(again, [track('x')]))).toBe('abdx');
    expect(again.removed).toEqual([]);
  });
});

describe('clear', () => {
  it('leavesWhatPlaysAndWhatWasHeard', () => {
    expect(ids(clear(playing).queue)).toBe('ab');
    expect(clear(clear(playing).queue).undo).toBeNull();
  });

  it('takenBack_isAsBefore', () => {
    const own = keep(pick(playing, track('p')), 'd', true);
    expect(takeBack(clear(own))).toEqual(own);
  });
});

describe('keep', () => {
  it('ofATrack_holdsItsPlaceThroughANewChoice', () => {
    const kept = keep(playing, 'd', true);
    expect(ids(rechoose(kept, [track('x'), track('d'), track('y')]))).toBe('abxdy');
    expect(ids(rechoose(kept, []))).toBe('abd');
  });

  it('letGo_isAnOrdinaryTrackAgain', () => {
    const gone = keep(keep(playing, 'd', true), 'd', false);
    expect(isOwn(gone, 'd')).toBe(false);
    expect(ids(rechoose(gone, [track('x')]))).toBe('abx');
  });

  it('beforeAnythingPlays_holdsTheTrackToo', () => {
    const kept = keep(rechoose(emptyQueue, all), 'b', true);
    expect(ids(rechoose(kept, [track('x'), track('y')]))).toBe('xby');
  });
});
