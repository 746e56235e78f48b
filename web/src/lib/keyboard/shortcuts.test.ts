import { english } from '../testing/english';
import { describe, expect, it, vi } from 'vitest';
import type { Deck } from '../deck/deck.svelte';
import en from '../i18n/messages/en.json';
import type { Pages } from '../nav/pages.svelte';
import { actions, listedActions, type Surroundings } from './actions';
import { capsOf } from './keycaps';
import { isTaken, keyName, type KeyPress } from './press';
import { Shortcuts } from './shortcuts.svelte';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  defaultPrevented: false,
  isComposing: false,
  ...more,
});

const heading = { setAttribute: vi.fn(), focus: vi.fn() };
vi.stubGlobal('document', { querySelector: () => heading });

function rig() {
  const settings = { shortcuts: true, volume: 0.5 };
  const playback = {
    current: { id: 'a:1' },
    hasNext: true,
    toggle: vi.fn(),
    seekBy: vi.fn(),
    next: vi.fn(),
    previous: vi.fn(),
  };
  const deck = {
    settings,
    playback,
    camera: { face: null as { judged: boolean } | null },
    ownFace: { ask: vi.fn() },
    eye: { pressCamera: vi.fn() },
    controls: { chooseStrategy: vi.fn(), setVolume: (volume: number) => (settings.volume = volume) },
  };
  const pages = { page: 'deck', go: vi.fn((page: string) => (pages.page = page)) };
  const showMap = vi.fn();
  let now = 0;
  const around = { deck: deck as unknown as Deck, pages: pages as unknown as Pages, showMap } satisfies Surroundings;
  const shortcuts = new Shortcuts(settings, around, () => now);
  const type = (key: string, more: Partial<KeyPress> = {}) => shortcuts.press(press(key, more), null);
  return { around, deck, pages, settings, showMap, shortcuts, type, wait: (ms: number) => (now += ms) };
}

/** An element that lies within these. */
const within = (...selectors: string[]) => ({
  closest: (asked: string) => (selectors.some((one) => asked.split(/,\s*/).includes(one)) ? ({} as Element) : null),
});

describe('single keys', () => {
  it('press_ofAKeyInTheTable_runsIt', () => {
    const { deck, type } = rig();
    expect([type(' '), type('k'), type('K')]).toEqual([true, true, true]);
    expect(deck.playback.toggle).toHaveBeenCalledTimes(3);
    type('3');
    expect(deck.controls.chooseStrategy).toHaveBeenCalledWith('calm');
  });

  it('press_withAModifier_isTheBrowsers', () => {
    const { deck, type } = rig();
    for (const held of ['ctrlKey', 'altKey', 'metaKey', 'isComposing', 'defaultPrevented'])
      expect(type('k', { [held]: true })).toBe(false);
    expect(deck.playback.toggle).not.toHaveBeenCalled();
  });

  it('press_switchedOff_doesNothing', () => {
    const { settings, showMap, type } = rig();
    settings.shortcuts = false;
    expect(type('?')).toBe(false);
    expect(showMap).not.toHaveBeenCalled();
  });

  it('press_held_repeatsOnlyWhatMay', () => {
    const { deck, type } = rig();
    type('l', { repeat: true });
    type('n', { repeat: true });
    expect(deck.playback.seekBy).toHaveBeenCalledWith(10);
    expect(deck.playback.next).not.toHaveBeenCalled();
  });

  it('press_twoKeysInTime_goToAPage', () => {
    const { pages, type, wait } = rig();
    expect([type('g'), type('s')]).toEqual([false, true]);
    expect(pages.page).toBe('settings');
    type('g');
    wait(1600);
    type('d');
    expect(pages.page).toBe('settings');
    type('g');
    type('j');
    expect(pages.page).toBe('journal');
  });

  it('press_i_opensTheSheetOfWhatPlays', () => {
    const { pages, type } = rig();
    expect(type('i')).toBe(true);
    expect(pages.go).toHaveBeenCalledWith('track', 'a:1');
  });

  it('press_pairToAPage_readsFromItsHeading', async () => {
    const { type } = rig();
    type('g');
    type('l');
    await vi.waitFor(() => expect(heading.focus).toHaveBeenCalled());
    expect(heading.setAttribute).toHaveBeenCalledWith('tabindex', '-1');
  });

  it('press_secondOfTwo_isNotTheKeyOnItsOwn', () => {
    const { deck, type } = rig();
    type('g');
    type('l');
    expect(deck.playback.seekBy).not.toHaveBeenCalled();
  });

  it('press_pairToTheOpenPage_staysThereAndDoesNothingElse', () => {
    const { deck, pages, type } = rig();
    pages.page = 'journal';
    expect([type('g'), type('j')]).toEqual([false, true]);
    expect(pages.go).not.toHaveBeenCalled();
    expect(deck.playback.seekBy).not.toHaveBeenCalled();
  });

  it('press_secondThatMakesNoPair_isSwallowedOnce', () => {
    const { deck, type } = rig();
    expect([type('g'), type('k')]).toEqual([false, true]);
    expect(deck.playback.toggle).not.toHaveBeenCalled();
    type('k');
    expect(deck.playback.toggle).toHaveBeenCalledOnce();
  });

  it('mute_twice_isAsLoudAsBefore', () => {
    const { settings, type } = rig();
    settings.volume = 0.35;
    type('m');
    expect(settings.volume).toBe(0);
    type('m');
    expect(settings.volume).toBe(0.35);
  });

  it('volume_staysWithinItsStops', () => {
    const { settings, type } = rig();
    for (let i = 0; i < 12; i++) type('+');
    expect(settings.volume).toBe(1);
    for (let i = 0; i < 30; i++) type('-');
    expect(settings.volume).toBe(0);
  });

  it('listedActions_areOnlyWhatDoesSomethingNow', () => {
    const { around, deck, type } = rig();
    const ids = () => listedActions(around).map((a) => a.id);
    expect(ids()).not.toContain('wrong');
    expect(ids()).not.toContain('go-deck');
    type('w');
    expect(deck.ownFace.ask).not.toHaveBeenCalled();
    deck.camera.face = { judged: true };
    expect(ids()).toContain('wrong');
    type('w');
    expect(deck.ownFace.ask).toHaveBeenCalled();
  });

  it('table_hasNoKeyTwice_andEveryTextThereIs', () => {
    const keys = actions.flatMap((a) => a.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { text, group } of actions) expect([text in en, group in en]).toEqual([true, true]);
  });
});

describe('which key it was', () => {
  it('keyName_ofOtherScripts_goesByThePlace', () => {
    expect(keyName(press('ت', { code: 'KeyJ' }))).toBe('j');
    expect(keyName(press('ㅏ', { code: 'KeyK' }))).toBe('k');
    expect(keyName(press('é', { code: 'Digit2' }))).toBe('2');
    expect(keyName(press('ß', { code: 'Minus' }))).toBeNull();
    expect(keyName(press('ArrowLeft'))).toBe('ArrowLeft');
  });

  it('isTaken_inFieldsAndSliders_isEveryKey', () => {
    expect(isTaken('k', within('textarea'))).toBe(true);
    expect(isTaken('k', within('[role=slider]'))).toBe(true);
    expect(isTaken('k', within('select'))).toBe(true);
    expect(isTaken('k', null)).toBe(false);
  });

  it('isTaken_onAKey_isOnlyWhatPressesIt', () => {
    expect(isTaken('Space', within('button'))).toBe(true);
    expect(isTaken('ArrowLeft', within('input'))).toBe(true);
    expect(isTaken('k', within('button'))).toBe(false);
  });

  it('capsOf_pairs_areTwoCaps', () => {
    const text = english();
    expect(capsOf('g d', text)).toEqual(['G', 'D']);
    expect(capsOf('ArrowLeft', text)).toEqual(['←']);
    expect(capsOf('Space', text)).toEqual(['Space']);
  });
});
