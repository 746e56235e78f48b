import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyQueue } from '../queue/playQueue';
import { ResumeKeeper } from './resume';

const nowhere = { strategy: null, radio: null, way: null };

function rig(setItem: (text: string) => void = () => undefined) {
  let held: string | null = null;
  const written = vi.fn((_: string, text: string) => {
    setItem(text);
    held = text;
  });
  let positionSeconds = 0;
  const store = { getItem: () => held, setItem: written };
  const keeper = new ResumeKeeper(store, () => ({ version: 1, queue: emptyQueue, positionSeconds, ...nowhere }));
  return { keeper, written, store, at: (seconds: number) => (positionSeconds = seconds) };
}

describe('ResumeKeeper', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('changed_manyTimesASecond_writesTheNewestEveryFiveSeconds', () => {
    const { keeper, written, at } = rig();
    for (let ms = 0; ms < 20_000; ms += 250) {
      at(ms);
      keeper.changed();
      vi.advanceTimersByTime(250);
    }
    expect(written).toHaveBeenCalledTimes(4);
    expect(written.mock.lastCall?.[1]).toContain('19750');
  });

  it('flush_writesAtOnce_andOnlyOnce', () => {
    const { keeper, written } = rig();
    keeper.changed();
    keeper.flush();
    vi.advanceTimersByTime(10_000);
    expect(written).toHaveBeenCalledOnce();
    expect(keeper.load()).toMatchObject({ version: 1, positionSeconds: 0 });
  });

  it('aFullStore_orNone_orNonsenseInIt_doesNoHarm', () => {
    const full = rig(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => full.keeper.flush()).not.toThrow();
    const take = () => ({ version: 1 as const, queue: emptyQueue, positionSeconds: 0, ...nowhere });
    const none = new ResumeKeeper(null, take);
    none.flush();
    expect(none.load()).toBeNull();
    expect(new ResumeKeeper({ getItem: () => '{broken', setItem: () => undefined }, take).load()).toBeNull();
  });
});
