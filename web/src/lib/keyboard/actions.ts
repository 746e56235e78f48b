import { strategies } from '../api/types/mood';
import type { Deck } from '../deck/deck.svelte';
import type { MessageKey } from '../i18n/text.svelte';
import type { keyedPages, Pages } from '../nav/pages.svelte';
import { showPage, showQueue, showSearch } from './places';

export interface Surroundings {
  deck: Deck;
  pages: Pages;
  /** Shows the map of the keys. */
  showMap(): void;
}

/** Something a key does. */
export interface Action {
  id: string;
  /** Any of these; `g d` is one key after the other. */
  keys: readonly string[];
  text: MessageKey;
  group: 'keys.music' | 'keys.mood' | 'keys.ways';
  /** Goes on while the key is held. */
  repeats?: boolean;
  /** Whether it does something now; always when left out. */
  active?(around: Surroundings): boolean;
  /** Whether the map names it here, when that is not whenever it is active: a key may be taken and do nothing. */
  listed?(around: Surroundings): boolean;
  run(around: Surroundings): void;
}

const windSeconds = 10;
const volumeStep = 0.05;
/** What `m` takes back when the volume was never anything else. */
const audible = 0.5;

let beforeMute = audible;

function mute({ deck }: Surroundings): void {
  const { volume } = deck.settings;
  if (volume > 0) beforeMute = volume;
  deck.controls.setVolume(volume > 0 ? 0 : beforeMute);
}

const turnVolume = ({ deck }: Surroundings, by: number) =>
  deck.controls.setVolume(Math.min(1, Math.max(0, Math.round((deck.settings.volume + by) * 100) / 100)));

const goes = (key: string, page: (typeof keyedPages)[number]): Action => ({
  id: `go-${page}`,
  keys: [`g ${key}`],
  text: `keys.go.${page}`,
  group: 'keys.ways',
  listed: ({ pages }) => pages.page !== page,
  run: ({ pages }) => {
    if (pages.page !== page) void showPage(pages, page);
  },
});

const somethingIsOn = ({ deck }: Surroundings) => deck.playback.current !== null;

/** Everything single keys do, in the order of the map. */
export const actions: readonly Action[] = [
  {
    id: 'play',
    keys: ['Space', 'k'],
    text: 'keys.play',
    group: 'keys.music',
    run: ({ deck }) => deck.playback.toggle(),
  },
  {
    id: 'wind-back',
    keys: ['j', 'ArrowLeft'],
    text: 'keys.windBack',
    group: 'keys.music',
    repeats: true,
    active: somethingIsOn,
    run: ({ deck }) => deck.playback.seekBy(-windSeconds),
  },
  {
    id: 'wind-on',
    keys: ['l', 'ArrowRight'],
    text: 'keys.windOn',
    group: 'keys.music',
    repeats: true,
    active: somethingIsOn,
    run: ({ deck }) => deck.playback.seekBy(windSeconds),
  },
  {
    id: 'next',
    keys: ['n'],
    text: 'keys.next',
    group: 'keys.music',
    active: ({ deck }) => deck.playback.hasNext,
    run: ({ deck }) => deck.playback.next(),
  },
  {
    id: 'previous',
    keys: ['p'],
    text: 'keys.previous',
    group: 'keys.music',
    active: somethingIsOn,
    run: ({ deck }) => deck.playback.previous(),
  },
  { id: 'mute', keys: ['m'], text: 'keys.mute', group: 'keys.music', run: mute },
  {
    id: 'louder',
    keys: ['+', '='],
    text: 'keys.louder',
    group: 'keys.music',
    repeats: true,
    run: (around) => turnVolume(around, volumeStep),
  },
  {
    id: 'softer',
    keys: ['-'],
    text: 'keys.softer',
    group: 'keys.music',
    repeats: true,
    run: (around) => turnVolume(around, -volumeStep),
  },
  ...strategies.map((strategy, i): Action => ({
    id: `strategy-${strategy}`,
    keys: [String(i + 1)],
    text: `strategy.${strategy}`,
    group: 'keys.mood',
    run: ({ deck }) => deck.controls.chooseStrategy(strategy),
  })),
  { id: 'camera', keys: ['c'], text: 'keys.camera', group: 'keys.mood', run: ({ deck }) => deck.eye.pressCamera() },
  {
    id: 'wrong',
    keys: ['w'],
    text: 'keys.wrong',
    group: 'keys.mood',
    active: ({ deck }) => deck.camera.face?.judged === true,
    run: ({ deck }) => deck.ownFace.ask(),
  },
  { id: 'search', keys: ['/'], text: 'keys.search', group: 'keys.ways', run: ({ pages }) => void showSearch(pages) },
  { id: 'queue', keys: ['q'], text: 'keys.queue', group: 'keys.ways', run: ({ pages }) => void showQueue(pages) },
  {
    id: 'sheet',
    keys: ['i'],
    text: 'keys.sheet',
    group: 'keys.ways',
    active: somethingIsOn,
    run: ({ deck, pages }) => void showPage(pages, 'track', deck.playback.current?.id ?? ''),
  },
  goes('d', 'deck'),
  goes('j', 'journal'),
  goes('l', 'library'),
  goes('s', 'settings'),
  { id: 'map', keys: ['?'], text: 'keys.map', group: 'keys.ways', run: ({ showMap }) => showMap() },
];

/** The actions whose keys are taken here and now. */
export const activeActions = (around: Surroundings): Action[] =>
  actions.filter((action) => action.active?.(around) ?? true);

/** What the keys do here and now. */
export const listedActions = (around: Surroundings): Action[] =>
  activeActions(around).filter((action) => action.listed?.(around) ?? true);
