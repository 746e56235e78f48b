/** The languages of the interface, each named in itself. */
export const locales = {
  en: 'English',
  es: 'Español',
  pt: 'Português',
  fr: 'Français',
  de: 'Deutsch',
  it: 'Italiano',
  hi: 'हिन्दी',
  ta: 'தமிழ்',
  ko: '한국어',
  ja: '日本語',
  'zh-Hans': '简体中文',
  ar: 'العربية',
} as const;

export type Locale = keyof typeof locales;

export const localeNames = Object.keys(locales) as Locale[];

export const isLocale = (text: unknown): text is Locale => typeof text === 'string' && Object.hasOwn(locales, text);

/** The first wanted language that there is; any Chinese gets the simplified one, and English stands in for the rest. */
export function localeFor(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split(/[-_]/)[0] ?? '';
    if (language === 'zh') return 'zh-Hans';
    if (isLocale(language)) return language;
  }
  return 'en';
}

export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');
