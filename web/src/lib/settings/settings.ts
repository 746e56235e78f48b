import { strategies, type Strategy, type Vad } from '../api/types/mood';
import { isLocale, type Locale } from '../i18n/locales';

export const finishes = ['walnut', 'graphite'] as const;
export type Finish = (typeof finishes)[number];

/** In how many songs a strategy that leads somewhere may arrive. */
export const wayLengths = [5, 10, 20, 40] as const;

/** What is preferred on the preset keys: it stands in front, and nothing else is left out for it. */
export interface Favourites {
  languages: string[];
  artists: string[];
}

/** What the page remembers from one visit to the next. Nothing of what the camera saw is among it. */
export interface Settings {
  consent: boolean;
  volume: number;
  strategy: Strategy;
  wayLength: (typeof wayLengths)[number];
  /** Where the hand left the dial. */
  hand: Vad | null;
  languages: string[];
  artists: string[];
  genres: string[];
  favourites: Favourites;
  /** How long tracks fade into each other, 0 (gapless) to {@link longestCrossfade}. */
  crossfadeSeconds: number;
  /** Whether all tracks are brought to the same loudness. */
  levelling: boolean;
  finish: Finish | 'system';
  /** `more` asks for more contrast than the system does. */
  contrast: 'system' | 'more';
  /** `reduced` asks for less motion than the system does. */
  motion: 'system' | 'reduced';
  /** The language of the interface; null takes the browser's. */
  locale: Locale | null;
  /** Whether single keys do something. */
  shortcuts: boolean;
  /** The step the first-run guide stands at; `closed` once it was gone through or put away. */
  guide: number | 'closed';
}

export const longestCrossfade = 12;

export const defaultSettings: Settings = {
  consent: false,
  volume: 0.8,
  strategy: 'match',
  wayLength: 20,
  hand: null,
  languages: [],
  artists: [],
  genres: [],
  favourites: { languages: [], artists: [] },
  crossfadeSeconds: 0,
  levelling: true,
  finish: 'system',
  contrast: 'system',
  motion: 'system',
  locale: null,
  shortcuts: true,
  guide: 0,
};

const key = 'mooddeck.settings';

export type SettingsStore = Pick<Storage, 'getItem' | 'setItem'>;

/** Storage may be closed to us (private windows, blocked cookies); then nothing is remembered. */
export function openStore(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Whether something was ever remembered here: this is no first visit. */
export function hasSettings(store: SettingsStore | null): boolean {
  try {
    return (store?.getItem(key) ?? null) !== null;
  } catch {
    return false;
  }
}

/** Reads the remembered settings; whatever is missing or makes no sense is its default. */
export function loadSettings(store: SettingsStore | null): Settings {
  const raw = readObject(store);
  const one = <T>(name: keyof Settings, allowed: readonly T[], standard: T): T =>
    allowed.find((value) => value === raw[name]) ?? standard;
  const yes = (name: keyof Settings, standard: boolean) => one(name, [true, false], standard);
  const favourites = objectOf(raw['favourites']);
  return {
    consent: yes('consent', false),
    volume: numberOf(raw['volume'], 0, 1) ?? defaultSettings.volume,
    strategy: one('strategy', strategies, defaultSettings.strategy),
    wayLength: one('wayLength', wayLengths, defaultSettings.wayLength),
    hand: pointOf(raw['hand']),
    languages: wordsOf(raw['languages']),
    artists: wordsOf(raw['artists']),
    genres: wordsOf(raw['genres']),
    favourites: { languages: wordsOf(favourites['languages']), artists: wordsOf(favourites['artists']) },
    crossfadeSeconds: numberOf(raw['crossfadeSeconds'], 0, longestCrossfade) ?? defaultSettings.crossfadeSeconds,
    levelling: yes('levelling', defaultSettings.levelling),
    finish: one<Settings['finish']>('finish', [...finishes, 'system'], defaultSettings.finish),
    contrast: one<Settings['contrast']>('contrast', ['system', 'more'], 'system'),
    motion: one<Settings['motion']>('motion', ['system', 'reduced'], 'system'),
    locale: isLocale(raw['locale']) ? raw['locale'] : null,
    shortcuts: yes('shortcuts', defaultSettings.shortcuts),
    guide: raw['guide'] === 'closed' ? 'closed' : Math.floor(numberOf(raw['guide'], 0, 99) ?? 0),
  };
}

export function saveSettings(store: SettingsStore | null, settings: Settings): void {
  try {
    store?.setItem(key, JSON.stringify(settings));
  } catch {
    // A full or closed storage only means that nothing is remembered.
  }
}

function readObject(store: SettingsStore | null): Record<string, unknown> {
  try {
    return objectOf(JSON.parse(store?.getItem(key) ?? '{}'));
  } catch {
    return {}; // written by something else, or storage is closed to us
  }
}

const objectOf = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

const wordsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];

const numberOf = (value: unknown, from: number, to: number): number | null =>
  typeof value === 'number' && value >= from && value <= to ? value : null;

function pointOf(value: unknown): Vad | null {
  const { valence, arousal, dominance } = objectOf(value);
  const [v, a, d] = [valence, arousal, dominance].map((n) => numberOf(n, -1, 1));
  return v != null && a != null && d != null ? { valence: v, arousal: a, dominance: d } : null;
}
