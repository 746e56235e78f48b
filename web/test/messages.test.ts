import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesIn, type Message } from '../src/lib/i18n/format';
import { locales } from '../src/lib/i18n/locales';
import en from '../src/lib/i18n/messages/en.json';

const folder = join(import.meta.dirname, '..', 'src', 'lib', 'i18n', 'messages');
const english: Record<string, Message> = en;
const read = (locale: string) =>
  JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')) as Record<string, Message>;

/** Words that may stay as they are in English: names, signs, and what a language took over. */
const same = 0.12;

describe('the languages of the interface', () => {
  const all = Object.keys(locales);
  const others = all.filter((locale) => locale !== 'en');

  it('are all there, and no others', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(files.map((name) => name.replace('.json', '')).sort()).toEqual(all.sort());
  });

  describe.each(others)('%s', (locale) => {
    const messages = read(locale);

    it('lacks no text and has none too many', () => {
      const keys = Object.keys(messages);
      expect(Object.keys(en).filter((key) => !(key in messages))).toEqual([]);
      expect(keys.filter((key) => !(key in en))).toEqual([]);
      expect(keys.filter((key) => JSON.stringify(messages[key]).trim() === '""')).toEqual([]);
    });

    it('has its texts in the order of the English ones, by which a built page finds them', () => {
      expect(Object.keys(messages)).toEqual(Object.keys(en));
    });

    it('takes the same values in every text', () => {
      const wrong = Object.keys(messages).filter((key) => {
        const message = messages[key];
        const original = english[key];
        return message && original && namesIn(message).join() !== namesIn(original).join();
      });
      expect(wrong).toEqual([]);
    });

    it('has the plural forms of its own grammar, and no others', () => {
      const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const wrong = Object.entries(messages).filter(([, message]) => {
        if (typeof message === 'string') return false;
        const forms = Object.keys(message);
        return !forms.includes('other') || forms.some((form) => !categories.includes(form as Intl.LDMLPluralRule));
      });
      expect(wrong.map(([key]) => key)).toEqual([]);
    });

    it('has forms wherever English has them', () => {
      const needsForms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.length > 1;
      const flat = Object.keys(en).filter(
        (key) => needsForms && typeof english[key] !== 'string' && typeof messages[key] === 'string',
      );
      expect(flat).toEqual([]);
    });

    it('is translated, not copied', () => {
      const copied = Object.keys(en).filter((key) => JSON.stringify(messages[key]) === JSON.stringify(english[key]));
      expect(copied.length, copied.join(', ')).toBeLessThan(same * Object.keys(en).length);
    });
  });
});
