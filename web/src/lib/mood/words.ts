import type { Vad } from '../api/types/mood';
import type { Text } from '../i18n/text.svelte';

/** The dial's position for a screen reader. */
export function spokenPosition(text: Text, mood: Pick<Vad, 'valence' | 'arousal'>, label: string): string {
  const signed = (value: number) => {
    const size = new Intl.NumberFormat(text.locale, { maximumFractionDigits: 2 }).format(Math.abs(value));
    return value < -0.005 ? text.t('dial.minus', { n: size }) : size;
  };
  return text.t('dial.at', {
    word: text.find(`mood.${label}`) ?? label,
    valence: signed(mood.valence),
    arousal: signed(mood.arousal),
  });
}
