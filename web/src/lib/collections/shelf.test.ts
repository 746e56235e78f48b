import { describe, expect, it } from 'vitest';
import { ServerGone } from '../api/problem';
import { problemOf } from '../i18n/remark';
import { english } from '../testing/english';
import { rowsInView } from './rowsInView';
import { Shelf, wholeUpTo } from './shelf.svelte';

/** A server with so many numbers, counting down. */
function rig(total: number, order: ((a: number, b: number) => number) | null = null) {
  const asked: [number, number][] = [];
  const state = { failure: null as Error | null };
  const shelf = new Shelf<number>(
    (limit, offset) => {
      asked.push([limit, offset]);
      if (state.failure) return Promise.reject(state.failure);
      const items = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => total - offset - i);
      return Promise.resolve({ total, items });
    },
    order,
    (error) => problemOf(english(), error),
  );
  return { asked, shelf, state };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('Shelf', () => {
  it('ofAHundredThousand_fetchesOnlyWhatIsLookedAt_once', async () => {
    const { asked, shelf } = rig(100_000);
    await shelf.open();
    shelf.need(70_150, 70_210);
    shelf.need(70_150, 70_210);
    await settled();
    expect(asked.map(([, offset]) => offset)).toEqual([0, 70_100, 70_200]);
    expect(shelf.at(70_150)).toBe(29_850);
    expect(shelf.at(5000)).toBeUndefined();
  });

  it('shortEnough_isSorted', async () => {
    const { shelf } = rig(1200, (a, b) => a - b);
    await shelf.open();
    expect([shelf.at(0), shelf.at(1199)]).toEqual([1, 1200]);
    expect(shelf.tooLongToSort).toBe(false);
  });

  it('tooLong_staysInTheServersOrder_andSaysSo', async () => {
    const { shelf } = rig(wholeUpTo + 1, (a, b) => a - b);
    await shelf.open();
    expect(shelf.tooLongToSort).toBe(true);
    expect(shelf.at(0)).toBe(wholeUpTo + 1);
  });

  it('failing_saysWhy_andIsAskedAgain', async () => {
    const { shelf, state } = rig(3);
    state.failure = new ServerGone();
    await shelf.open();
    expect(shelf.problem).toBe(new ServerGone().message);
    expect(shelf.total).toBeNull();
    state.failure = null;
    await shelf.retry();
    expect([shelf.problem, shelf.total]).toEqual(['', 3]);
  });
});

describe('rowsInView', () => {
  it('areThoseInTheWindow_andTwoAround', () => {
    expect(rowsInView(-1000, 500, 100, 1000)).toEqual({ first: 8, end: 17 });
  });

  it('staysWithinTheList', () => {
    expect(rowsInView(300, 500, 100, 3)).toEqual({ first: 0, end: 3 });
    expect(rowsInView(-9000, 500, 100, 10)).toEqual({ first: 10, end: 10 });
  });
});
