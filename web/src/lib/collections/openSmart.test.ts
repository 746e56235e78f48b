import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/problem';
import type { SmartPlaylist, SmartTracks } from '../api/types/playlists';
import { OpenSmart } from './openSmart.svelte';

/** A server that keeps one list and counts how often it was told of it. */
class Server {
  list: SmartPlaylist = { id: 3, name: 'Evening', version: 1, createdAt: '', rules: { playable: true } };
  changes: SmartPlaylist[] = [];
  failure: Error | null = null;

  smartPlaylist = async () => this.answer(this.list);
  smartTracks = async (): Promise<SmartTracks> =>
    this.answer({ matching: this.list.version, playable: 0, total: 0, tracks: [] });
  changeSmart = async (_: string, list: SmartPlaylist) => {
    this.changes.push(list);
    if (list.version !== this.list.version) throw new ApiProblem(412, 'urn:mooddeck:problem:stale', 'changed');
    this.list = await this.answer({ ...list, version: list.version + 1 });
    return this.list;
  };

  private async answer<T>(value: T): Promise<T> {
    if (this.failure) throw this.failure;
    return value;
  }
}

describe('OpenSmart', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const rig = async () => {
    const server = new Server();
    const open = new OpenSmart(server, 'default', 3, (error) => String(error));
    await open.open();
    return { server, open };
  };

  it('change_isSeenAtOnceAndSavedOnceTheHandRests', async () => {
    const { server, open } = await rig();
    open.ask({ mood: { name: 'calm' } });
    open.ask({ mood: { name: 'calm', radius: 0.5 } });
    expect(open.list?.rules).toEqual({ playable: true, mood: { name: 'calm', radius: 0.5 } });
    expect(server.changes).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(400);
    expect(server.changes).toHaveLength(1);
    expect(open.held?.matching).toBe(2);
    open.rename(' Night ');
    await vi.advanceTimersByTimeAsync(400);
    expect(server.list).toMatchObject({ name: 'Night', version: 3 });
  });

  it('leaving_savesWhatWaits', async () => {
    const { server, open } = await rig();
    open.ask({ liked: true });
    await open.save();
    expect(server.list.rules.liked).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.changes).toHaveLength(1);
  });

  it('changedElsewhere_isShownAsItIsNow', async () => {
    const { server, open } = await rig();
    server.list = { ...server.list, name: 'Theirs', version: 5 };
    open.rename('Mine');
    await vi.advanceTimersByTimeAsync(400);
    expect(open.list).toMatchObject({ name: 'Theirs', version: 5 });
    expect(open.problem).toContain('changed');
    await open.save();
    expect(server.changes).toHaveLength(1);
  });

  it('refused_saysWhy', async () => {
    const { server, open } = await rig();
    server.failure = new Error('no year is both');
    open.ask({ yearFrom: 2000, yearTo: 1990 });
    await vi.advanceTimersByTimeAsync(400);
    expect(open.problem).toContain('no year is both');
    expect(open.list?.rules.yearTo).toBe(1990);
    server.failure = null;
    await open.save();
    expect([server.list.rules.yearTo, open.problem]).toEqual([1990, '']);
  });
});
