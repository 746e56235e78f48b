import { describe, expect, it, vi } from 'vitest';
import { ApiProblem, ServerGone } from '../api/problem';
import type { Journal } from '../api/types/journal';
import { problemOf } from '../i18n/remark';
import { english } from '../testing/english';
import { FakeApi } from '../testing/fakeApi';
import { DayBook } from './dayBook.svelte';

function rig(now = '2026-11-21T08:00:00Z', zone = 'Europe/Berlin') {
  const api = new FakeApi();
  const state = { now: Date.parse(now), off: 0 };
  const book = new DayBook({
    api: api.asClient(),
    erase: () => api.eraseJournal(),
    noticed: (error) => error instanceof ServerGone,
    sentence: (error) => problemOf(english(), error),
    onOff: () => state.off++,
    now: () => state.now,
    zone,
  });
  return { api, state, book };
}

describe('DayBook', () => {
  it('opens today with the seven days up to it and the seven before, in the zone of the browser', async () => {
    const { api, book } = rig();
    await book.open('ana');
    const zone = 'Europe/Berlin';
    expect(api.journals).toEqual([
      { from: '2026-11-21', to: '2026-11-21', zone },
      { from: '2026-11-15', to: '2026-11-21', zone },
      { from: '2026-11-08', to: '2026-11-14', zone },
    ]);
    expect(book.isToday).toBe(true);
    expect(book.busy).toBe(false);
  });

  it('is today already far east, and still yesterday far west', () => {
    expect(rig('2026-11-21T11:30:00Z', 'Pacific/Kiritimati').book.today).toBe('2026-11-22');
    expect(rig('2026-11-21T10:30:00Z', 'Pacific/Pago_Pago').book.today).toBe('2026-11-20');
  });

  it('keeps the discs where they are while their days are leafed through', async () => {
    const { api, book } = rig();
    await book.open('ana');
    await book.open('ana', '2026-11-17');
    expect(book.weekEnd).toBe('2026-11-21');
    expect(api.journals).toHaveLength(4);
    await book.open('ana', '2026-10-25');
    expect(book.weekEnd).toBe('2026-10-28');
    expect(api.journals.slice(4).map((r) => r.from)).toEqual(['2026-10-25', '2026-10-22', '2026-10-15']);
  });

  it('reads the week also when a day of it is opened before the week came', async () => {
    const { api, book } = rig();
    await book.open('ana');
    await Promise.all([book.open('ana', '2026-10-25'), book.open('ana', '2026-10-26')]);
    expect(book.weekEnd).toBe('2026-10-28');
    expect(api.journals.slice(-2).map((r) => [r.from, r.to])).toEqual([
      ['2026-10-22', '2026-10-28'],
      ['2026-10-15', '2026-10-21'],
    ]);
    const asked = api.journals.length;
    await book.open('ana', '2026-10-27');
    expect(api.journals).toHaveLength(asked + 1);
  });

  it('reads the week again when another day is opened right after erasing', async () => {
    const { api, book } = rig();
    await book.open('ana');
    await book.erase(true);
    await book.open('ana', '2026-11-20');
    expect(api.journals.slice(-3).map((r) => r.from)).toEqual(['2026-11-20', '2026-11-15', '2026-11-08']);
  });

  it('takes a day that is still to come for today', async () => {
    const { book } = rig();
    await book.open('ana', '2027-01-01');
    expect(book.day).toBe('2026-11-21');
  });

  it('notices that a new day began', async () => {
    const { state, book } = rig();
    await book.open('ana');
    state.now = Date.parse('2026-11-21T23:30:00Z');
    await book.open('ana');
    expect(book.day).toBe('2026-11-22');
    expect(book.weekEnd).toBe('2026-11-22');
  });

  it('asks for the day and either week once when it reads them again, and for the new day after midnight', async () => {
    const { api, state, book } = rig();
    await book.open('ana');
    await book.refresh();
    expect(api.journals.slice(3).map((r) => r.from)).toEqual(['2026-11-21', '2026-11-15', '2026-11-08']);
    state.now = Date.parse('2026-11-21T23:30:00Z');
    await book.refresh();
    expect(api.journals.slice(6).map((r) => r.from)).toEqual(['2026-11-22', '2026-11-16', '2026-11-09']);
  });

  it('can be taken along once it is known whose it is', async () => {
    const { book } = rig();
    expect(book.exportUrl('csv')).toBe('');
    await book.open('ana');
    expect(book.exportUrl('csv')).toBe('/listeners/ana/journal/export?format=csv');
    book.put();
    expect(book.exportUrl('csv')).toBe('');
  });

  it('shows nothing of one listener to another', async () => {
    const { api, book } = rig();
    await book.open('ana');
    api.journal = () => new Promise<Journal>(() => undefined);
    void book.open('ben');
    expect(book.journal).toBeNull();
    expect(book.week).toBeNull();
  });

  it('an answer that was overtaken is not shown', async () => {
    const { api, book } = rig();
    const arrive: ((journal: Partial<Journal>) => void)[] = [];
    api.journal = () => new Promise<Journal>((resolve) => arrive.push((j) => resolve(j as Journal)));
    const first = book.open('ana', '2026-11-19');
    const second = book.open('ana', '2026-11-18');
    arrive[1]?.({ on: false, from: 'second' });
    arrive[0]?.({ on: false, from: 'first' });
    await Promise.all([first, second]);
    expect(book.journal?.from).toBe('second');
  });

  it('erasing while it loads, what was on its way is not shown', async () => {
    const { api, book } = rig();
    const arrive: ((journal: Partial<Journal>) => void)[] = [];
    api.journal = () => new Promise<Journal>((resolve) => arrive.push((j) => resolve(j as Journal)));
    const opening = book.open('ana');
    const erasing = book.erase(false);
    arrive[0]?.({ on: false, from: 'before' });
    await Promise.all([opening, erasing]);
    expect(book.journal).toBeNull();
    arrive[1]?.({ on: false, from: 'after' });
    await vi.waitFor(() => expect(book.busy).toBe(false));
    expect(book.journal?.from).toBe('after');
    expect(book.erased).toEqual({ readings: 120, plays: 8 });
  });

  it('shows nothing of one day under the name of another, also when the server is gone', async () => {
    const { api, book } = rig();
    await book.open('ana');
    api.failure = new ServerGone();
    await book.open('ana', '2026-11-20');
    expect(book.journal).toBeNull();
    expect(book.week).not.toBeNull();
  });

  it('forgets what it said of erasing when another day is opened', async () => {
    const { book } = rig();
    await book.open('ana');
    await book.erase(true);
    expect(book.erased).not.toBeNull();
    await book.open('ana', '2026-11-20');
    expect(book.erased).toBeNull();
  });

  it('says when the history is off elsewhere, and asks for no week then', async () => {
    const { api, state, book } = rig();
    api.journalOf = () => ({ on: false, keptSince: '2026-09-01T00:00:00Z' });
    await book.open('ana');
    expect(state.off).toBe(1);
    expect(api.journals).toHaveLength(1);
    expect(book.journal?.keptSince).toBe('2026-09-01T00:00:00Z');
  });

  it('says what went wrong, unless it is the server that is gone', async () => {
    const { api, book } = rig();
    api.failure = new ApiProblem(500, 'about:blank', 'It broke.');
    await book.open('ana');
    expect(book.problem).toBe('It broke.');
    api.failure = new ServerGone();
    await book.refresh();
    api.failure = null;
    await book.refresh();
    expect(book.problem).toBe('');
    expect(book.journal?.on).toBe(true);
  });
});
