import { describe, expect, it } from 'vitest';
import type { Facet } from '../api/types/tracks';
import { facetLimit, viewFacets } from './facetSearch';

const facet = (value: string, name = value): Facet => ({ value, name, tracks: 1, playable: 0 });
const languages = [facet('en', 'English'), facet('pt', 'Portuguese'), facet('ta', 'Tamil')];
const names = (view: { shown: Facet[] }) => view.shown.map((f) => f.name);

describe('viewFacets', () => {
  it('withoutQuery_listsTheChosenFirst', () => {
    expect(names(viewFacets(languages, ['ta'], ''))).toEqual(['Tamil', 'English', 'Portuguese']);
  });

  it('byNameOrCode_finds', () => {
    expect(names(viewFacets(languages, [], 'tam'))).toEqual(['Tamil']);
    expect(names(viewFacets(languages, [], 'PT'))).toEqual(['Portuguese']);
  });

  it('withoutAccents_findsNamesThatHaveThem', () => {
    expect(names(viewFacets([facet('João Gilberto'), facet('Jo')], [], 'joao gil'))).toEqual(['João Gilberto']);
  });

  it('inOtherScripts_finds', () => {
    expect(names(viewFacets([facet('இளையராஜா'), facet('竹内まりや')], [], '竹内'))).toEqual(['竹内まりや']);
  });

  it('ofMany_showsAFewAndCountsTheRest', () => {
    const many = Array.from({ length: 500 }, (_, i) => facet(`artist ${i}`));
    const view = viewFacets(many, [], 'artist');
    expect(view.shown).toHaveLength(facetLimit);
    expect(view.more).toBe(440);
  });
});
