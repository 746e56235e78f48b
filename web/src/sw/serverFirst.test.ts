import { describe, expect, it } from 'vitest';
import { serverFirst } from './serverFirst';

const answers = (text: string) => () => Promise.resolve(text);
const gone = () => Promise.reject(new TypeError('Failed to fetch'));
const silent = () => new Promise<string>(() => undefined);
const nothing = () => Promise.resolve(undefined);

describe('serverFirst', () => {
  it('serverAnswers_isWhatItSays', async () => {
    expect(await serverFirst(answers('401: pair first'), answers('kept'), 1000)).toBe('401: pair first');
  });

  it('serverGone_isWhatWasKept', async () => {
    expect(await serverFirst<string>(gone, answers('kept'), 1000)).toBe('kept');
  });

  it('serverSilent_isWhatWasKept', async () => {
    expect(await serverFirst(silent, answers('kept'), 5)).toBe('kept');
  });

  it('serverGoneAndNothingKept_failsAsTheServerDid', async () => {
    await expect(serverFirst<string>(gone, nothing, 1000)).rejects.toThrow('Failed to fetch');
  });

  it('serverSlowAndNothingKept_isWaitedFor', async () => {
    const slow = () => new Promise<string>((resolve) => setTimeout(() => resolve('late'), 20));
    expect(await serverFirst(slow, nothing, 5)).toBe('late');
  });
});
