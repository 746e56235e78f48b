/** A text, or its forms by the number in `n` (the plural categories of Intl.PluralRules). */
export type Message = string | ({ other: string } & Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>);

export type Values = Record<string, string | number>;

/** Puts values into `{name}`; numbers as the language writes them. */
export function format(message: Message, values: Values, locale: string): string {
  const text = typeof message === 'string' ? message : formOf(message, values['n'], locale);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}

function formOf(message: Exclude<Message, string>, n: string | number | undefined, locale: string): string {
  const category = new Intl.PluralRules(locale).select(Number(n ?? 0));
  return message[category] ?? message.other;
}

/** The names a message takes values for, in order of the alphabet: the same in every language. */
export function namesIn(message: Message): string[] {
  const texts = typeof message === 'string' ? [message] : Object.values(message);
  const names = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
  return [...new Set(names)].sort();
}
