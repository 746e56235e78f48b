import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerGone } from '../api/problem';
import type { TrackPage } from '../api/types/tracks';
import { problemOf } from '../i18n/remark';
import { english } from '../testing/english';
import { track } from '../testing/tracks';
import { Search } from './search.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that answers when the test says so. */
function rig() {
  const asked: {
    query: string;
    signal?: AbortSignal | undefined;
    answer: (page: TrackPage) => void;
    fail: () => void;
  }[] = [];
  const search = new Search(
    {
      search: (query, _, signal) =>
        new Promise((resolve, reject) => {
          asked.push({ query, signal, answer: resolve, fail: () => reject(new ServerGone()) });
        }),
    },
    () => undefined,
    (error) => problemOf(english(), error),
  );
  return { asked, search };
}

const page = (title: string) => ({ total: 1, tracks: [track(title, true, { title })] });

describe('Search', () => {
  it('asksSoonAfterTheLastKey', () => {
    const { asked, search } = rig();
    search.type('r');
    search.type('ra');
    vi.advanceTimersByTime(50);
    expect(asked.map((a) => a.query)).toEqual(['ra']);
  });

  it('anOlderAnswerThatComesLater_isDropped', async () => {
    const { asked, search } = rig();
    search.type('ra');
    vi.advanceTimersByTime(50);
    search.type('rain');
    vi.advanceTimersByTime(50);
    asked[1]?.answer(page('new'));
    asked[0]?.answer(page('old'));
    await vi.runAllTimersAsync();
    expect(asked[0]?.signal?.aborted).toBe(true);
    expect(search.found?.tracks[0]?.title).toBe('new');
  });

  it('showsTheBestFirst_andTheOthersAMomentLater', async () => {
    const { asked, search } = rig();
    search.type('rain');
    vi.advanceTimersByTime(50);
    const titles = Array.from({ length: 20 }, (_, i) => (i === 19 ? 'Rain' : `Train ${i}`));
    asked[0]?.answer({ total: 20, tracks: titles.map((title) => track(title, true, { title })) });
    await vi.advanceTimersByTimeAsync(1);
    expect(search.found?.tracks[0]?.title).toBe('Rain');
    expect(search.found?.tracks.length).toBeLessThan(20);
    await vi.runAllTimersAsync();
    expect(search.found?.tracks).toHaveLength(20);
  });

  it('cleared_forgetsWhatWasFound_andAnAnswerOnItsWay', async () => {
    const { asked, search } = rig();
    search.type('ra');
    vi.advanceTimersByTime(50);
    search.clear();
    asked[0]?.answer(page('late'));
    await vi.runAllTimersAsync();
    expect(search.found).toBeNull();
  });

  it('failing_saysWhy_untilTheNextKey', async () => {
    const { asked, search } = rig();
    search.type('ra');
    vi.advanceTimersByTime(50);
    asked[0]?.fail();
    await vi.runAllTimersAsync();
    expect(search.problem).toBe(new ServerGone().message);
    search.type('rai');
    expect(search.problem).toBe('');
  });
});
