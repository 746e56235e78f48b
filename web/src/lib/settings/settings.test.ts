import { describe, expect, it } from 'vitest';
import { defaultSettings, hasSettings, loadSettings, saveSettings, type Settings } from './settings';

function storeHolding(text: string | null) {
  let held = text;
  return { getItem: () => held, setItem: (_: string, value: string) => void (held = value) };
}

const closed = {
  getItem: () => {
    throw new DOMException('closed', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

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
      wayLength: 5,
      hand: { valence: 0.5, arousal: -0.25, dominance: 0 },
      languages: ['es'],
      artists: ['Nick Drake'],
      genres: ['folk'],
      favourites: { languages: ['ta'], artists: ['Ilaiyaraaja'] },
      crossfadeSeconds: 4,
      levelling: false,
      finish: 'walnut',
      contrast: 'more',
      motion: 'reduced',
      locale: 'ar',
      shortcuts: false,
      guide: 3,
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
    '{"favourites":7,"crossfadeSeconds":99,"levelling":1,"finish":"pink","contrast":[],"motion":null}',
    '{"favourites":{"languages":"es","artists":{}},"locale":"tlh","shortcuts":"no","guide":-2}',
    '{"crossfadeSeconds":"4","guide":"open","locale":{"toString":1},"hand":[1,2,3]}',
  ])('load_ofNonsense_%s_givesTheDefaults', (text) => {
    expect(loadSettings(storeHolding(text))).toEqual(defaultSettings);
  });

  it('load_ofHalfNonsense_keepsTheOtherHalf', () => {
    const settings = loadSettings(storeHolding('{"finish":"walnut","guide":"closed","languages":["es",3,null]}'));
    expect(settings).toEqual({ ...defaultSettings, finish: 'walnut', guide: 'closed', languages: ['es'] });
  });

  it('storeThatIsClosedOrFull_doesNotFail', () => {
    expect(loadSettings(closed)).toEqual(defaultSettings);
    expect(hasSettings(closed)).toBe(false);
    expect(() => saveSettings(closed, defaultSettings)).not.toThrow();
  });

  it('hasSettings_tellsAFirstVisit', () => {
    const store = storeHolding(null);
    expect(hasSettings(store)).toBe(false);
    saveSettings(store, defaultSettings);
    expect(hasSettings(store)).toBe(true);
    expect(hasSettings(null)).toBe(false);
  });
});
