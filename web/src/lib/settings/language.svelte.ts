import { localeFor, type Locale } from '../i18n/locales';
import type { Text } from '../i18n/text.svelte';
import type { Settings } from './settings';

/** The language to begin with: the chosen one, or what the browser asks for. */
export const wantedLocale = (chosen: Locale | null, browsers: readonly string[]): Locale =>
  chosen ?? localeFor(browsers);

/** Which language the interface speaks: the chosen one, or the browser's. */
export class Language {
  /** The language that could not be fetched last; the one before stays. */
  failed = $state<Locale | null>(null);

  constructor(
    private readonly text: Text,
    private readonly settings: Pick<Settings, 'locale'>,
    private readonly wanted: () => readonly string[],
  ) {}

  /** What the browser asks for, as far as there are words for it. */
  get browsers(): Locale {
    const locale = localeFor(this.wanted());
    return this.text.offered.includes(locale) ? locale : 'en';
  }

  /** Speaks what is chosen now; null is the browser's. */
  async choose(locale: Locale | null): Promise<void> {
    this.settings.locale = locale;
    await this.speak();
  }

  /** Speaks what the settings say. */
  async speak(): Promise<void> {
    const chosen = this.settings.locale;
    const locale = chosen && this.text.offered.includes(chosen) ? chosen : this.browsers;
    this.failed = null;
    if (locale === this.text.locale) return;
    try {
      await this.text.use(locale);
    } catch {
      this.failed = locale;
    }
  }
}
