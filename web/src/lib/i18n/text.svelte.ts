import { format, type Message, type Values } from './format';
import { directionOf, isLocale, localeNames, type Locale } from './locales';
// Only its keys: every language's words, English too, are fetched when they are wanted.
import type en from './messages/en.json';

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, Message>;

/** Where the words of each language lie. */
const sources = sourcesOf(
  import.meta.glob<string>('./messages/*.json', { query: '?url', import: 'default', eager: true }),
);

/** The words of the interface in the language that is chosen. */
export class Text {
  locale = $state<Locale>('en');
  direction = $derived(directionOf(this.locale));
  /** The languages there are words for. */
  readonly offered: readonly Locale[] = localeNames.filter((locale) => locale in sources);
  private messages = $state.raw<Messages>({} as Messages);
  private readonly inOrder = $derived(Object.values(this.messages));

  constructor(messages: Messages, locale: Locale = 'en') {
    this.messages = messages;
    this.locale = locale;
  }

  /**
   * The words of a language; of English, where those cannot be fetched.
   * @throws when the English ones cannot be fetched either
   */
  static async in(locale: Locale): Promise<Text> {
    try {
      return new Text(await messagesOf(locale), locale);
    } catch {
      return new Text(await messagesOf('en'));
    }
  }

  /**
   * Changes the language.
   * @throws when its words cannot be fetched; the language that stands is then kept
   */
  async use(locale: Locale): Promise<void> {
    this.messages = await messagesOf(locale);
    this.locale = locale;
  }

  /** @param key Its name; the build writes the place it has in the list (build/wordPlaces.ts). */
  t(key: MessageKey | number, values: Values = {}): string {
    const message = this.messages[key as MessageKey] ?? this.inOrder[key as number];
    return format(message, values, this.locale);
  }

  /** The text of a key made at run time (a code of the server, say); null where there is none. */
  find(key: string, values: Values = {}): string | null {
    return key in this.messages ? this.t(key as MessageKey, values) : null;
  }
}

async function messagesOf(locale: Locale): Promise<Messages> {
  const source = sources[locale];
  if (source === undefined) throw new Error(`There are no words for ${locale}.`);
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`The words of this language could not be fetched (${answer.status}).`);
  return (await answer.json()) as Messages;
}

function sourcesOf(files: Record<string, string>): Partial<Record<Locale, string>> {
  const named = Object.entries(files).map(([path, url]) => [path.replace(/^.*\/(.*)\.json$/, '$1'), url] as const);
  return Object.fromEntries(named.filter(([locale]) => isLocale(locale)));
}
