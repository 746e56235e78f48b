import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Feeling as Place } from '../api/types/sheet';
import { Feeling } from './feeling.svelte';

const calm = { valence: 0.2, arousal: -0.6 };
const happy = { valence: 0.6, arousal: 0.3 };

function rig(stored: Place | null = null) {
  const feel = vi.fn<(listener: string, id: string, at: Place | null) => Promise<null>>(() => Promise.resolve(null));
  const onError = vi.fn();
  return { feel, onError, feeling: new Feeling({ feel }, 'mara', 'a', stored, onError) };
}

describe('where a listener says that a track belongs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('place_isToldOnceTheHandRests', async () => {
    const { feel, feeling } = rig();
    feeling.place(happy);
    await vi.advanceTimersByTimeAsync(300);
    feeling.place(calm);
    await vi.advanceTimersByTimeAsync(300);
    expect([feeling.at, feel.mock.calls]).toEqual([calm, []]);
    await vi.advanceTimersByTimeAsync(300);
    expect(feel.mock.calls).toEqual([['mara', 'a', calm]]);
  });

  it('leave_tellsWhatWasNotToldYet_once', async () => {
    const { feel, feeling } = rig(happy);
    feeling.place(null);
    feeling.leave();
    feeling.leave();
    await vi.advanceTimersByTimeAsync(2000);
    expect(feel.mock.calls).toEqual([['mara', 'a', null]]);
  });

  it('told_oneAfterTheOther_soThatTheLastStays', async () => {
    const { feel, feeling } = rig();
    let arrived: (value: null) => void = () => undefined;
    feel.mockReturnValueOnce(new Promise((resolve) => (arrived = resolve)));
    feeling.place(happy);
    await vi.advanceTimersByTimeAsync(600);
    feeling.place(null);
    await vi.advanceTimersByTimeAsync(600);
    expect(feel).toHaveBeenCalledTimes(1);
    arrived(null);
    await vi.advanceTimersByTimeAsync(0);
    expect(feel.mock.calls.at(-1)).toEqual(['mara', 'a', null]);
  });

  it('refused_isAsItWasStored_andSaid', async () => {
    const { feel, feeling, onError } = rig(happy);
    const refusal = new Error('no');
    feel.mockRejectedValue(refusal);
    feeling.place(calm);
    await vi.advanceTimersByTimeAsync(600);
    expect([feeling.at, onError.mock.calls]).toEqual([happy, [[refusal]]]);
  });
});
