import { describe, expect, it } from 'vitest';
import type { Locale } from '../i18n/locales';
import type { Text } from '../i18n/text.svelte';
import { Language } from './language.svelte';

function rig(wanted: string[], chosen: Locale | null = null) {
  const text = {
    locale: 'en' as Locale,
    offered: ['en', 'de', 'zh-Hans'] as Locale[],
    unreachable: false,
    use(locale: Locale) {
      if (this.unreachable) return Promise.reject(new Error('gone'));
      this.locale = locale;
      return Promise.resolve();
    },
  };
  const settings = { locale: chosen };
  return { text, settings, language: new Language(text as unknown as Text, settings, () => wanted) };
}

describe('the language of the interface', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['zh-TW'], 'zh-Hans'],
    [['tlh', 'de'], 'de'],
    [['fr', 'de'], 'en'],
    [[], 'en'],
  ] as const)('speak_ofABrowserThatWants_%j_is_%s', async (wanted, spoken) => {
    const { text, language } = rig([...wanted]);
    await language.speak();
    expect(text.locale).toBe(spoken);
  });

  it('choose_winsOverTheBrowser_untilTakenBack', async () => {
    const { text, settings, language } = rig(['de']);
    await language.choose('zh-Hans');
    expect([text.locale, settings.locale]).toEqual(['zh-Hans', 'zh-Hans']);
    await language.choose(null);
    expect([text.locale, settings.locale]).toEqual(['de', null]);
  });

  it('choose_wordsThatCannotBeFetched_keepsTheOldOnesAndSaysSo', async () => {
    const { text, language } = rig([]);
    text.unreachable = true;
    await language.choose('de');
    expect([text.locale, language.failed]).toEqual(['en', 'de']);
    text.unreachable = false;
    await language.speak();
    expect([text.locale, language.failed]).toEqual(['de', null]);
  });

  it('rememberedLanguageWithoutWords_isTheBrowsers', async () => {
    const { text, language } = rig(['de'], 'ar');
    await language.speak();
    expect(text.locale).toBe('de');
  });
});
