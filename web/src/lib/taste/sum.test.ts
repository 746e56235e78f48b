import { describe, expect, it } from 'vitest';
import type { ScoreTerm } from '../api/types/taste';
import { sumOf } from './sum';

const why = { code: 'reason.curious', values: {} };
const term = (name: string, value: number, said = true): ScoreTerm => ({ term: name, value, why: said ? why : null });
const parts = ({ terms, little }: ReturnType<typeof sumOf>) => [...terms, ...little].reduce((sum, { n }) => sum + n, 0);

describe('sumOf', () => {
  it('parts_inWholeHundredths_makeTheScore', () => {
    const sum = sumOf(
      [term('mood', 0.535), term('taste', 0.144), term('flow', -0.025), term('draw', 0.004, false)],
      0.658,
    );
    expect(sum).toMatchObject({ score: 66, cut: 0 });
    expect(parts(sum)).toBe(66);
    expect(sum.terms.map(({ term, n }) => [term, n])).toEqual([
      ['mood', 54],
      ['taste', 14],
      ['flow', -2],
    ]);
  });

  it.each([0.1, 0.37, 0.62, 0.885])('parts_thatAllRoundUp_areStillTheScore_%d', (mood) => {
    const terms = [term('mood', mood), ...['a', 'b', 'c', 'd'].map((name) => term(name, 0.006, false))];
    const sum = sumOf(terms, mood + 0.024);
    expect(parts(sum)).toBe(sum.score);
    expect(sum.score).toBe(Math.round(100 * (mood + 0.024)));
  });

  it('termsWithoutWords_areLittleThings_andNothingIsNone', () => {
    const { terms, little } = sumOf([term('mood', 0.5), term('draw', -0.004, false), term('radio', 0, false)], 0.496);
    expect(terms.map((t) => t.term)).toEqual(['mood']);
    expect(little.map((t) => t.term)).toEqual(['draw']);
  });

  it('termWithoutWords_thatIsNotLittle_standsForItself', () => {
    const { terms, little } = sumOf(
      [term('mood', 0.5), term('curiosity', 0.052, false), term('draw', 0.01, false)],
      0.562,
    );
    expect([terms.map((t) => t.term), little.map((t) => t.term)]).toEqual([['mood', 'curiosity'], ['draw']]);
  });

  it.each([
    [[0.9, 0.3], 1, 100, -20],
    [[0.1, -0.4], 0, 0, 30],
  ])('whatIsBeyondTheScore_isCutOff_%j', (values, given, score, cut) => {
    const sum = sumOf(
      values.map((value, i) => term(`${i}`, value)),
      given,
    );
    expect([sum.score, sum.cut, parts(sum) + sum.cut]).toEqual([score, cut, score]);
  });

  it('noTerms_areNothing', () => expect(sumOf([], 0)).toEqual({ terms: [], little: [], score: 0, cut: 0 }));
});
