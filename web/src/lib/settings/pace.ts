import type { ScanState } from '../api/types/folders';
import type { Text } from '../i18n/text.svelte';

const units = [
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
] as const;

/** How fast a scan goes and how long it will take, as a person would say it; empty while neither can be told. */
export function paceOf(text: Text, { filesPerSecond, remainingSeconds }: ScanState): string {
  const said: string[] = [];
  if (filesPerSecond) {
    // The first unit in which it is at least one.
    const [unit, seconds] = units.find(([, seconds]) => filesPerSecond * seconds >= 1) ?? ['hour', 3600];
    const n = filesPerSecond * seconds;
    said.push(text.t(`music.rate.${unit}`, { n: n < 10 ? Math.round(10 * n) / 10 : Math.round(n) }));
  }
  if (remainingSeconds != null) {
    const minutes = Math.round(remainingSeconds / 60);
    const [n, unit] = minutes < 90 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
    const time = new Intl.NumberFormat(text.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(n);
    said.push(minutes < 1 ? text.t('music.left.soon') : text.t('music.left', { time }));
  }
  return said.join(' · ');
}
