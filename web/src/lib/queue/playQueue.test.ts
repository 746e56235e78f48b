import { describe, expect, it } from 'vitest';
import { track } from '../testing/tracks';
import { currentOf, emptyQueue, moveTo, nextPlayable, pick, previousPlayable, rechoose } from './playQueue';

const [a, b, c, d, e] = [track('a'), track('b'), track('c', false), track('d'), track('e')];
const ids = (queue: { items: readonly { id: string }[] }) => queue.items.map((t) => t.id).join('');
const playing = moveTo(rechoose(emptyQueue, [a, b, c, d]), 'b');

describe('PlayQueue', () => {
  it('nextPlayable_skipsWhatDoesNotPlayHere', () => {
    expect(nextPlayable(playing)).toBe(d);
    expect(nextPlayable(moveTo(playing, 'd'))).toBeNull();
  });

  it('nextPlayable_beforeAnythingPlays_isTheFirst', () => {
    expect(nextPlayable(rechoose(emptyQueue, [c, b]))).toBe(b);
  });

  it('previousPlayable_skipsWhatDoesNotPlayHere', () => {
    expect(previousPlayable(moveTo(playing, 'd'))).toBe(b);
    expect(previousPlayable(moveTo(playing, 'a'))).toBeNull();
  });

  it('moveTo_aTrackThatIsNotThere_changesNothing', () => {
    expect(moveTo(playing, 'z')).toBe(playing);
  });

  it('moveTo_remembersWhatWasHeard', () => {
    expect(moveTo(moveTo(playing, 'd'), 'a').heard).toEqual(['b', 'd']);
  });

  it('rechoose_whileOnePlays_keepsItAndTheOneBefore', () => {
    const next = rechoose(playing, [e, b, d]);
    expect(currentOf(next)).toBe(b);
    expect(ids(next)).toBe('abed');
    expect(previousPlayable(next)).toBe(a);
  });

  it('rechoose_whileNonePlays_takesTheChoiceAsItIs', () => {
    expect(ids(rechoose(rechoose(emptyQueue, [a, b]), [d, e]))).toBe('de');
  });

  it('pick_comesNext_inTheOrderPicked_andSurvivesANewChoice', () => {
    const picked = pick(pick(playing, e), a);
    expect(ids(picked)).toBe('beacd');
    expect(ids(rechoose(picked, [d]))).toBe('bead');
  });

  it('pick_onceHeard_isAnOrdinaryTrackAgain', () => {
    const heard = moveTo(moveTo(pick(playing, e), 'e'), 'd');
    expect(ids(rechoose(heard, [b]))).toBe('edb');
  });
});
