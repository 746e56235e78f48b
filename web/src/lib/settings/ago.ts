const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long ago something was, as a person would say it; after a month, the day. */
export function ago(locale: string, at: string, now = Date.now()): string {
  const seconds = (now - Date.parse(at)) / 1000;
  if (!Number.isFinite(seconds)) return '–';
  if (seconds > 30 * 86_400) return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(at));
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? ['second', Infinity];
  return relative.format(unit === 'second' ? 0 : -Math.floor(seconds / length), unit);
}
