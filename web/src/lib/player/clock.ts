/** Seconds as `m:ss` or `h:mm:ss`; `-:--` for what is unknown. */
export function clock(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds) || seconds < 0) return '-:--';
  const whole = Math.floor(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Seconds for a screen reader: `2 minutes 5 seconds`, in that language. */
export function spokenClock(seconds: number, locale = 'en'): string {
  const whole = Math.max(0, Math.floor(seconds));
  const unit = (n: number, name: 'minute' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(n);
  return whole < 60 ? unit(whole, 'second') : `${unit(Math.floor(whole / 60), 'minute')} ${unit(whole % 60, 'second')}`;
}
