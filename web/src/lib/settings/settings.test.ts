import { describe, expect, it } from 'vitest';
import { defaultSettings, loadSettings, saveSettings, type Settings } from './settings';

function storeHolding(text: string | null) {
  let held = text;
  return { getItem: () => held, setItem: (_: string, value: string) => void (held = value) };
}

describe('settings', () => {
  it('load_ofAnEmptyStore_givesTheDefaults', () => {
    expect(loadSettings(storeHolding(null))).toEqual(defaultSettings);
    expect(loadSettings(null)).toEqual(defaultSettings);
  });

  it('load_ofWhatWasSaved_givesItBack', () => {
    const store = storeHolding(null);
    const mine: Settings = {
      consent: true,
      volume: 0.25,
      strategy: 'hold',
      hand: { valence: 0.5, arousal: -0.25, dominance: 0 },
      languages: ['es'],
      artists: ['Nick Drake'],
      genres: ['folk'],
      finish: 'walnut',
    };
    saveSettings(store, mine);
    expect(loadSettings(store)).toEqual(mine);
  });

  it.each([
    '{broken',
    '[]',
    '"text"',
    'null',
    '{"volume":7,"strategy":"dance","languages":"es","consent":"yes","hand":{"valence":9}}',
  ])('load_ofNonsense_%s_givesTheDefaults', (text) => {
    expect(loadSettings(storeHolding(text))).toEqual(defaultSettings);
  });

  it('save_toAStoreThatIsFull_doesNotFail', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => saveSettings(full, defaultSettings)).not.toThrow();
  });
});
