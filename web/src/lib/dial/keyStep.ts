import { toDisc, type PlanePoint } from './geometry';

const small = 0.05;
const large = 0.2;

/**
 * Where a key takes the hand on the dial: arrows a small step (with shift a large one), Page keys a large step of
 * energy, Home to the centre; null for any other key.
 */
export function keyStep(key: string, shift: boolean, from: PlanePoint): PlanePoint | null {
  const step = shift ? large : small;
  const by = (valence: number, arousal: number) =>
    toDisc({ valence: tidy(from.valence + valence), arousal: tidy(from.arousal + arousal) });
  switch (key) {
    case 'ArrowRight':
      return by(step, 0);
    case 'ArrowLeft':
      return by(-step, 0);
    case 'ArrowUp':
      return by(0, step);
    case 'ArrowDown':
      return by(0, -step);
    case 'PageUp':
      return by(0, large);
    case 'PageDown':
      return by(0, -large);
    case 'Home':
      return { valence: 0, arousal: 0 };
    default:
      return null;
  }
}

/** Steps of five hundredths would otherwise gather dust in the last digits. */
function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}
