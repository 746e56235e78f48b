import type { Text } from '../i18n/text.svelte';

const signs: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', '-': '−' };

/** What is printed on the caps of a key combination, one after the other. */
export const capsOf = (keys: string, text: Text): string[] =>
  keys.split(' ').map((key) => signs[key] ?? text.find(`keycap.${key}`) ?? key.toUpperCase());
