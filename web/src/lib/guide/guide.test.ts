import { describe, expect, it, vi } from 'vitest';
import type { Settings } from '../settings/settings';
import { favouritesFirst, ownFirst, toggled } from './favourites';
import { Guide, guideSteps } from './guide.svelte';

function rig(guide: Settings['guide'] = 0, firstVisit = true) {
  const settings = { guide };
  const save = vi.fn();
  return { settings, save, guide: new Guide(settings, save, firstVisit) };
}

describe('the first-run guide', () => {
  it('offer_firstVisitWithoutMusic_opens', () => {
    const { guide } = rig();
    guide.offer(0);
    expect([guide.isOpen, guide.step]).toEqual([true, 'welcome']);
  });

  it.each([
    ['there is music', 0, true, 12],
    ['it is no first visit', 0, false, 0],
    ['it was put away', 'closed', true, 0],
  ] as const)('offer_when %s_staysShut', (_, step, first, playable) => {
    const { guide } = rig(step, first);
    guide.offer(playable);
    expect(guide.isOpen).toBe(false);
  });

  it('offer_brokenOffByAReload_opensWhereItWas', () => {
    const { guide } = rig(2, false);
    guide.offer(24);
    expect([guide.isOpen, guide.step]).toEqual([true, 'taste']);
  });

  it('next_throughAllPages_endsClosedForGood', () => {
    const { guide, settings, save } = rig();
    guide.open();
    for (const step of guideSteps) {
      expect(guide.step).toBe(step);
      guide.next();
    }
    expect([guide.isOpen, settings.guide]).toEqual([false, 'closed']);
    expect(save).toHaveBeenCalledTimes(guideSteps.length + 1);
  });

  it('back_fromTheFirstPage_staysThere', () => {
    const { guide } = rig(1);
    guide.back();
    guide.back();
    expect(guide.step).toBe('welcome');
  });

  it('open_afterItWasPutAway_beginsAtTheBeginning', () => {
    const { guide } = rig('closed', false);
    guide.open();
    expect([guide.isOpen, guide.step]).toEqual([true, 'welcome']);
  });

  it('stepOfALaterVersion_isTheLastPageThereIs', () => expect(rig(42).guide.isLast).toBe(true));
});

describe('favourites', () => {
  const facet = (value: string) => ({ value, name: value, tracks: 1, playable: 1 });

  it('favouritesFirst_keepsTheOrderWithinBothGroups', () => {
    const facets = ['a', 'b', 'c', 'd'].map(facet);
    expect(favouritesFirst(facets, ['d', 'b', 'gone']).map((f) => f.value)).toEqual(['b', 'd', 'a', 'c']);
    expect(favouritesFirst(facets, [])).toEqual(facets);
  });

  it('ownFirst_putsTheLanguageOfThePageInFront', () => {
    const languages = ['en', 'es', 'zh', 'ta'].map(facet);
    const first = (locale: string) => ownFirst(languages, locale).map((f) => f.value)[0];
    expect(['ta', 'zh-Hans', 'de'].map(first)).toEqual(['ta', 'zh', 'en']);
  });

  it('toggled_addsAndTakesAway', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});
