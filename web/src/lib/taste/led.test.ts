import { describe, expect, it } from 'vitest';
import { countsMost, ledLines, ledWords, sureWords, tellingMost } from './led';

const liking = (name: string, value: number, sigma = 0.2) => ({ name, liking: value, sigma, lessons: 3 });

describe('what was learnt, told', () => {
  it('ledLines_goTheShareOfTheWayThere', () => {
    expect(ledLines({ pull: 0.5, valence: 1, arousal: 0 })).toMatch(/^M0\.360 0\.000l0\.320 0\.000M/);
    expect(ledLines({ pull: 0, valence: 1, arousal: 1 })).not.toMatch(/l-?0\.[^0]|l-?[1-9]/);
    expect(ledLines({ pull: 1, valence: 0, arousal: 0 }).match(/M/g)).toHaveLength(18);
  });

  it.each([
    [0, 'taste.led.none'],
    [0.2, 'taste.led.little'],
    [0.5, 'taste.led.half'],
    [0.9, 'taste.led.far'],
  ])('ledWords_%d_are %s', (pull, words) => expect(ledWords(pull)).toBe(words));

  it('sureWords_weighALikingAgainstItsSpread', () => {
    expect([liking('a', 0.6), liking('b', -0.3), liking('c', 0.1)].map(sureWords)).toEqual([
      'taste.sure',
      'taste.likely',
      'taste.guess',
    ]);
  });

  it('countsMost_isInOrderOfWeight', () => {
    expect(countsMost({ mood: 0.2, taste: 0.5, novelty: 0.3, fatigue: 0.9 })).toEqual([
      'term.taste',
      'term.novelty',
      'term.mood',
    ]);
  });

  it('tellingMost_keepsWhatSaysMost_fromLikedToNot', () => {
    const all = [liking('unsure', 0.4, 2), liking('hated', -0.6), liking('loved', 0.7), liking('liked', 0.2)];
    expect(tellingMost(all, 3).map(({ name }) => name)).toEqual(['loved', 'liked', 'hated']);
  });
});
