import type { Dominant, Strategy, Vad } from '../api/types';

interface Mood {
  source: 'face' | 'photo' | 'hand';
  confidence: number;
}

/** What each expression is called on the page: small, hedged words, since it is a guess. */
export const expressionWords: Record<Dominant, string> = {
  neutral: 'neutral',
  happiness: 'happy',
  surprise: 'surprised',
  sadness: 'sad',
  anger: 'angry',
  disgust: 'disgusted',
  fear: 'afraid',
  contempt: 'scornful',
  unsure: 'unsure',
};

/** What each strategy does, for those who hover or listen. */
export const strategyWords: Record<Strategy, string> = {
  match: 'meet me where I am',
  lift: 'start where I am, walk to a brighter place',
  calm: 'towards rest',
  energise: 'towards energy',
  focus: 'steady, not distracting',
  hold: 'stay at the dial, whatever the face says',
};

const signed = (value: number) => `${value < 0 ? 'minus ' : ''}${Math.abs(value).toFixed(2)}`;

/** The dial's position for a screen reader. */
export function spokenPosition(mood: Pick<Vad, 'valence' | 'arousal'>, label: string): string {
  return `${label}: pleasant ${signed(mood.valence)}, energy ${signed(mood.arousal)}`;
}

/** How sure the mood is, in words; a hand is taken at its word. */
export function surenessWord({ source, confidence }: Mood): string {
  if (source === 'hand') return 'by hand';
  const sure = confidence < 0.3 ? 'a faint guess' : confidence < 0.6 ? 'a guess' : 'a fair guess';
  return source === 'photo' ? `${sure}, from the photo` : sure;
}
