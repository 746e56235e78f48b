import { describe, expect, it, vi } from 'vitest';
import { ServerGone } from '../api/problem';
import { problemOf } from '../i18n/remark';
import { english } from '../testing/english';
import { FakeLists, playlist } from '../testing/fakeLists';
import { moved, OpenPlaylist } from './openPlaylist.svelte';

async function rig() {
  const api = new FakeLists();
  api.lists = [playlist(['a', 'b', 'c', 'd'])];
  const open = new OpenPlaylist(
    api,
    'default',
    1,
    () => undefined,
    (error) => problemOf(english(), error),
  );
  await open.open();
  const shown = () => open.list?.tracks.map((t) => t.trackId).join('');
  return { api, open, shown };
}

describe('moved', () => {
  it('putsOneElsewhere_andStopsAtTheEnds', () => {
    expect(moved(['a', 'b', 'c'], 0, 2).join('')).toBe('bca');
    expect(moved(['a', 'b', 'c'], 2, -4).join('')).toBe('cab');
    expect(moved(['a', 'b', 'c'], 7, 0).join('')).toBe('abc');
  });
});

describe('OpenPlaylist', () => {
  it('showsAChangeAtOnce_andSavesIt', async () => {
    const { api, open, shown } = await rig();
    open.move(3, 0);
    expect(shown()).toBe('dabc');
    await vi.waitFor(() => expect(api.order(1)).toBe('dabc'));
  });

  it('ofTwoQuickChanges_savesBothInTheirOrder', async () => {
    const { api, open, shown } = await rig();
    open.move(0, 3);
    open.move(0, 3);
    open.rename(' Night ');
    expect(shown()).toBe('cdab');
    await vi.waitFor(() => expect(api.order(1)).toBe('cdab'));
    expect(api.lists[0]?.name).toBe('Night');
    expect(open.overtaken).toBe(false);
  });

  it('withTheServerGone_keepsTheChange_andSavesItLater', async () => {
    const { api, open, shown } = await rig();
    api.failure = new ServerGone();
    open.remove(1);
    await vi.waitFor(() => expect(open.unsaved).toBe(new ServerGone().message));
    expect(shown()).toBe('acd');
    api.failure = null;
    await open.save();
    expect(api.order(1)).toBe('acd');
    expect(open.unsaved).toBe('');
  });

  it('changedByAnother_showsTheirs', async () => {
    const { api, open, shown } = await rig();
    await api.changePlaylist('default', { id: 1, version: 1 }, { trackIds: ['x'] });
    open.move(0, 1);
    await vi.waitFor(() => expect(open.overtaken).toBe(true));
    await vi.waitFor(() => expect(shown()).toBe('x'));
    expect(api.order(1)).toBe('x');
  });

  it('removedEntry_putBack_standsWhereItStood', async () => {
    const { api, open } = await rig();
    const entry = open.remove(2);
    if (entry) open.putBack(entry, 2);
    await vi.waitFor(() => expect(api.saves).toBeGreaterThan(0));
    await vi.waitFor(() => expect(api.order(1)).toBe('abcd'));
  });

  it('leftBeforeAllWasSaved_isOpenUntilItIs', async () => {
    const { api, open } = await rig();
    open.remove(2);
    open.close();
    expect(open.isOpen).toBe(true);
    await vi.waitFor(() => expect(open.isOpen).toBe(false));
    expect(api.order(1)).toBe('abd');
  });

  it('changedElsewhereOnThePage_isReadAgain_soThatTheNextChangeIsNotLost', async () => {
    const { api, open, shown } = await rig();
    const { version } = await api.changePlaylist('default', { id: 1, version: 1 }, { trackIds: ['x', 'y'] });
    await open.keepUp(version);
    expect(shown()).toBe('xy');
    open.move(1, 0);
    await vi.waitFor(() => expect(api.order(1)).toBe('yx'));
    expect(open.overtaken).toBe(false);
  });

  it('withoutAName_keepsTheOldOne', async () => {
    const { api, open } = await rig();
    open.rename('   ');
    expect(open.list?.name).toBe('Evening');
    expect(api.saves).toBe(0);
  });
});
