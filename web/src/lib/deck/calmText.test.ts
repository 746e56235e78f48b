import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CalmText } from './calmText';

describe('CalmText', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('set_ofTheFirstText_showsItAtOnce', () => {
    const show = vi.fn();
    new CalmText(show).set('reading');
    expect(show).toHaveBeenCalledExactlyOnceWith('reading');
  });

  it('set_manyInARow_showsOnlyTheNewestOnceTheTimeIsUp', () => {
    const show = vi.fn();
    const text = new CalmText(show);
    for (const word of ['a', 'b', 'c', 'd']) text.set(word);
    vi.advanceTimersByTime(1500);
    expect(show.mock.calls.flat()).toEqual(['a', 'd']);
  });

  it('set_backToWhatIsShown_saysNothing', () => {
    const show = vi.fn();
    const text = new CalmText(show);
    for (const word of ['a', 'b', 'a']) text.set(word);
    vi.advanceTimersByTime(5000);
    expect(show.mock.calls.flat()).toEqual(['a']);
  });

  it('stop_dropsWhatWaits', () => {
    const show = vi.fn();
    const text = new CalmText(show);
    text.set('a');
    text.set('b');
    text.stop();
    vi.advanceTimersByTime(5000);
    expect(show).toHaveBeenCalledOnce();
  });
});
