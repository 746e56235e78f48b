import { strategies, type Strategy, type Vad } from '../api/types';

export type Finish = 'graphite' | 'walnut';

/** What the page remembers from one visit to the next. Nothing of what the camera saw is among it. */
export interface Settings {
  consent: boolean;
  volume: number;
  strategy: Strategy;
  /** Where the hand left the dial. */
  hand: Vad | null;
  languages: string[];
  artists: string[];
  genres: string[];
  finish: Finish;
}

export const defaultSettings: Settings = {
  consent: false,
  volume: 0.8,
  strategy: 'match',
  hand: null,
  languages: [],
  artists: [],
  genres: [],
  finish: 'graphite',
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

/** Reads the remembered settings; whatever is missing or makes no sense is its default. */
export function loadSettings(store: SettingsStore | null): Settings {
  let raw: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(store?.getItem(key) ?? '{}');
    if (parsed && typeof parsed === 'object') raw = parsed as Record<string, unknown>;
  } catch {
    // Written by something else, or storage is closed to us.
  }
  const words = (value: unknown) =>
    Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
  return {
    consent: raw['consent'] === true,
    volume: typeof raw['volume'] === 'number' && raw['volume'] >= 0 && raw['volume'] <= 1 ? raw['volume'] : 0.8,
    strategy: strategies.find((s) => s === raw['strategy']) ?? defaultSettings.strategy,
    hand: pointOf(raw['hand']),
    languages: words(raw['languages']),
    artists: words(raw['artists']),
    genres: words(raw['genres']),
    finish: raw['finish'] === 'walnut' ? 'walnut' : 'graphite',
  };
}

function pointOf(value: unknown): Vad | null {
  const { valence, arousal, dominance } = (value ?? {}) as Partial<Record<keyof Vad, unknown>>;
  const inside = (n: unknown): n is number => typeof n === 'number' && Math.abs(n) <= 1;
  return inside(valence) && inside(arousal) && inside(dominance) ? { valence, arousal, dominance } : null;
}

export function saveSettings(store: SettingsStore | null, settings: Settings): void {
  try {
    store?.setItem(key, JSON.stringify(settings));
  } catch {
    // A full or closed storage only means that nothing is remembered.
  }
}
