import { describe, expect, it } from 'vitest';
import type { ScanProblem, ScanState } from '../api/types/folders';
import { english } from '../testing/english';
import { paceOf } from './pace';
import { problemGroups } from './scanProblems';

const pace = (filesPerSecond: number | null, remainingSeconds: number | null) =>
  paceOf(english(), { filesPerSecond, remainingSeconds } as ScanState);

describe('how fast a scan goes', () => {
  it('pace_isToldInTheUnitThatSuits', () => {
    expect(pace(3.14, null)).toBe('3.1 songs a second');
    expect(pace(0.25, null)).toBe('15 songs a minute');
    expect(pace(0.004, null)).toBe('14 songs an hour');
    expect(pace(null, null)).toBe('');
    expect(pace(0, null)).toBe('');
  });

  it('remainingTime_isToldAsAPersonWould', () => {
    expect([20, 60, 812, 5300, 5500, 40_000].map((s) => pace(null, s))).toEqual([
      'less than a minute left',
      'about 1 minute left',
      'about 14 minutes left',
      'about 88 minutes left',
      'about 2 hours left',
      'about 11 hours left',
    ]);
  });
});

describe('what scans could not read', () => {
  const problem = (file: string, code: string) =>
    ({ folder: '/music', file, code, reason: 'It broke.', at: '2026-11-21T10:00:00Z' }) as ScanProblem;

  /** A server that gives so many at most at once. */
  const server = (all: ScanProblem[], total = all.length) => ({
    asked: [] as number[],
    problems(offset: number, limit: number) {
      this.asked.push(offset);
      return Promise.resolve({ total, problems: all.slice(offset, offset + Math.min(limit, 50)) });
    },
  });

  it('problems_areGroupedByReason_andUnknownReasonsAreOthers', async () => {
    const api = server([problem('a', 'truncated'), problem('b', 'melted'), problem('c', 'truncated')]);
    const { groups, total, more } = await problemGroups(api);
    expect(groups.map(({ code, problems }) => [code, problems.map((p) => p.file)])).toEqual([
      ['truncated', ['a', 'c']],
      ['other', ['b']],
    ]);
    expect([total, more]).toEqual([3, 0]);
  });

  it('problems_ofManyPages_areFetchedToTheEnd', async () => {
    const api = server(Array.from({ length: 120 }, (_, i) => problem(`${i}`, 'empty')));
    const { groups } = await problemGroups(api);
    expect(groups[0]?.problems).toHaveLength(120);
    expect(api.asked).toEqual([0, 50, 100]);
  });

  it('problems_thatAServerDoesNotGive_areCountedAsMore', async () => {
    expect((await problemGroups(server([problem('a', 'empty')], 9))).more).toBe(8);
  });
});
