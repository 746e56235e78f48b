import { describe, expect, it } from 'vitest';
import { ServerGone } from '../api/problem';
import { FakeLists, playlist } from '../testing/fakeLists';
import { track } from '../testing/tracks';
import { Collection } from './collection.svelte';

async function rig() {
  const api = new FakeLists();
  api.lists = [playlist(['a'])];
  const collection = new Collection(api);
  await collection.open('default');
  return { api, collection };
}

describe('Collection', () => {
  it('mark_theLatestWordCounts', async () => {
    const { api, collection } = await rig();
    await collection.mark(track('a'), 'like', true);
    await collection.mark(track('a'), 'ban', true);
    expect(collection.markOf('a')).toBe('ban');
    expect(collection.marked('like')).toEqual([]);
    expect(api.marks.map((m) => m.mark)).toEqual(['ban']);
    await collection.mark(track('a'), 'ban', false);
    expect(collection.markOf('a')).toBeNull();
  });

  it('mark_withTheServerGone_isAsBefore', async () => {
    const { api, collection } = await rig();
    await collection.mark(track('a'), 'like', true);
    api.failure = new ServerGone();
    await expect(collection.mark(track('a'), 'ban', true)).rejects.toBeInstanceOf(ServerGone);
    await expect(collection.mark(track('b'), 'ban', true)).rejects.toBeInstanceOf(ServerGone);
    expect([collection.markOf('a'), collection.markOf('b')]).toEqual(['like', null]);
  });

  it('add_toAListThatWasJustChanged_triesOnceMore', async () => {
    const { api, collection } = await rig();
    const { changePlaylist } = api;
    let first = true;
    api.changePlaylist = async (listener, list, change) => {
      if (first) await changePlaylist(listener, list, { trackIds: ['a', 'theirs'] });
      first = false;
      return changePlaylist(listener, list, change);
    };
    await collection.add(1, ['b']);
    expect(api.order(1)).toBe('atheirsb');
  });

  it('remove_givesWhatItWas_toBeMadeAgain', async () => {
    const { api, collection } = await rig();
    const gone = await collection.remove(1);
    expect(collection.playlists).toEqual([]);
    await collection.make(
      gone.name,
      gone.tracks.map((t) => t.trackId),
    );
    expect(collection.playlists.map((p) => p.name)).toEqual(['Evening']);
    expect(api.order(1)).toBe('a');
  });

  it('putBack_toAListThatWasChangedSince_standsWhereItStood', async () => {
    const { api, collection } = await rig();
    await api.changePlaylist('default', { id: 1, version: 1 }, { trackIds: ['a', 'b', 'd'] });
    await collection.putBack(1, 'c', 2);
    expect(api.order(1)).toBe('abcd');
    expect(collection.playlists[0]?.version).toBe(3);
  });

  it('mark_thatFailsAfterAnotherListens_leavesTheirMarksAlone', async () => {
    const { api, collection } = await rig();
    await collection.mark(track('a'), 'like', true);
    let fail: (error: Error) => void = () => undefined;
    api.mark = () => new Promise((_, reject) => (fail = reject));
    const banning = collection.mark(track('a'), 'ban', true);
    api.marks = [];
    await collection.open('ana');
    fail(new ServerGone());
    await expect(banning).rejects.toBeInstanceOf(ServerGone);
    expect(collection.markOf('a')).toBeNull();
  });

  it('remove_whileAnotherComesToListen_removesOnlyWhatWasAskedFor', async () => {
    const { api, collection } = await rig();
    const { removePlaylist } = api;
    const asked: string[] = [];
    api.removePlaylist = (listener, id) => {
      asked.push(listener);
      return removePlaylist(listener, id);
    };
    const removing = collection.remove(1);
    await collection.open('ana');
    await removing;
    expect(asked).toEqual(['default']);
  });

  it('open_forAnother_leavesNothingOfTheOneBefore', async () => {
    const { collection } = await rig();
    await collection.mark(track('a'), 'like', true);
    await collection.open(null);
    expect(collection.markOf('a')).toBeNull();
    expect(collection.playlists).toEqual([]);
    await expect(collection.make('x', [])).rejects.toThrow('Nobody listens.');
  });
});
