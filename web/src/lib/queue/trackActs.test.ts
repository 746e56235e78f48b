import { english } from '../testing/english';
import { describe, expect, it, vi } from 'vitest';
import { ServerGone } from '../api/problem';
import { Collection } from '../collections/collection.svelte';
import { Playback } from '../deck/playback.svelte';
import { FakeAudio } from '../testing/fakeAudio';
import { FakeLists } from '../testing/fakeLists';
import { track } from '../testing/tracks';
import { Slip } from './slip.svelte';
import { TrackActs } from './trackActs.svelte';

async function rig() {
  const playback = new Playback({ onPlay: () => undefined, onRunOut: () => undefined, onBroken: () => undefined });
  playback.attach(new FakeAudio().asAudio(), 1);
  playback.choose(['a', 'b', 'c', 'd'].map((id) => track(id)));
  playback.begin();
  const api = new FakeLists();
  const collection = new Collection(api);
  await collection.open('default');
  const slip = new Slip();
  const onError = vi.fn();
  const acts = new TrackActs(playback, collection, slip, english(), onError);
  const queue = () => playback.queue.items.map((t) => t.id).join('');
  return { playback, api, collection, slip, acts, queue, onError };
}

describe('TrackActs', () => {
  it('remove_liesOnASlip_andIsTakenBack', async () => {
    const { acts, slip, queue } = await rig();
    acts.remove(track('c'));
    expect(queue()).toBe('abd');
    expect(slip.says).toContain('title c');
    expect(slip.takeBack()).toBe(true);
    expect(queue()).toBe('abcd');
    expect(slip.takeBack()).toBe(false);
  });

  it('moveBy_isTakenBackByTheKeys_withoutASlip', async () => {
    const { acts, slip, queue } = await rig();
    acts.moveBy('b', 1);
    expect([queue(), slip.says]).toEqual(['acbd', '']);
    slip.takeBack();
    expect(queue()).toBe('abcd');
  });

  it('moveThatChangesNothing_leavesTheLastUndoAlone', async () => {
    const { acts, slip, queue } = await rig();
    acts.remove(track('c'));
    acts.moveBy('d', 1);
    slip.takeBack();
    expect(queue()).toBe('abcd');
  });

  it('ban_goesOutAndStaysOut_untilTakenBack', async () => {
    const { acts, collection, playback, slip, queue } = await rig();
    await acts.ban(track('b'));
    expect([queue(), collection.markOf('b')]).toEqual(['acd', 'ban']);
    playback.choose(['b', 'c'].map((id) => track(id)));
    expect(queue()).toBe('ac');
    slip.takeBack();
    await vi.waitFor(() => expect(collection.markOf('b')).toBeNull());
    expect(queue()).toContain('b');
  });

  it('ban_withTheServerGone_putsTheCardBack_andSaysWhy', async () => {
    const { acts, api, slip, queue, onError } = await rig();
    api.failure = new ServerGone();
    await acts.ban(track('b'));
    expect(queue()).toBe('abcd');
    expect(onError).toHaveBeenCalledWith(api.failure);
    expect(slip.says).toBe('');
  });

  it('ban_answeredAfterAnotherListens_isNotOfferedToThem', async () => {
    const { acts, collection, slip } = await rig();
    const banning = acts.ban(track('b'));
    await collection.open('ana');
    await banning;
    expect(slip.says).toBe('');
    expect(slip.takeBack()).toBe(false);
  });

  it('banOfALikedOne_takenBack_isLikedAgain', async () => {
    const { acts, collection, slip } = await rig();
    await acts.like(track('b'), true);
    await acts.ban(track('b'));
    slip.takeBack();
    await vi.waitFor(() => expect(collection.markOf('b')).toBe('like'));
  });

  it('playAll_playsThemInOrder_afterWhatPlayed', async () => {
    const { acts, playback, queue } = await rig();
    acts.playAll(['x', 'y', 'z'].map((id) => track(id, id !== 'y')));
    expect(queue()).toBe('axzbcd');
    expect(playback.current?.id).toBe('x');
  });

  it('queueAll_saysHowManyComeNext', async () => {
    const { acts, playback, slip, queue } = await rig();
    acts.queueAll([track('x'), track('y', false)]);
    expect([queue(), playback.current?.id]).toEqual(['axbcd', 'a']);
    expect(slip.says).toBe('1 song comes next.');
    expect(slip.canTakeBack).toBe(false);
  });

  it('placeOf_countsFromWhatComesNext', async () => {
    const { acts } = await rig();
    expect(['a', 'b', 'd', 'zz'].map((id) => acts.placeOf(id))).toEqual([null, 0, 2, null]);
  });
});
