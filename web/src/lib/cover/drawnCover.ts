import type { Vad } from '../api/types';

/** A cover in numbers: a sun over three hills, in a square of 100. */
export interface DrawnCover {
  sky: string;
  glow: string;
  sun: { x: number; y: number; r: number };
  hills: { path: string; colour: string }[];
}

/**
 * Draws a cover for a track that has none, always the same one: the id decides the shapes, the mood the light (warmth
 * follows valence, brightness arousal).
 */
export function drawCover(id: string, mood: Vad): DrawnCover {
  const random = seeded(id);
  const hue = 28 - 22 * mood.valence + (mood.valence < -0.15 ? 190 : 0) + 16 * (random() - 0.5);
  const light = 46 + 14 * mood.arousal;
  const colour = (turn: number, saturation: number, lightness: number) =>
    `hsl(${Math.round((hue + turn + 360) % 360)} ${saturation}% ${Math.round(lightness)}%)`;
  const hill = (base: number, height: number) => {
    const [a, b] = [base - height * random(), base - height * random()];
    const [c, d] = [base - height * random(), base - height * random()];
    return `M0 ${a.toFixed(1)}C30 ${b.toFixed(1)} 60 ${c.toFixed(1)} 100 ${d.toFixed(1)}V100H0Z`;
  };
  return {
    sky: colour(0, 46, light),
    glow: colour(12, 66, Math.min(84, light + 24)),
    sun: { x: 22 + 56 * random(), y: 46 - 24 * mood.arousal + 8 * random(), r: 9 + 6 * random() },
    hills: [
      { path: hill(68, 16), colour: colour(-14, 32, light * 0.66) },
      { path: hill(80, 18), colour: colour(-30, 30, light * 0.46) },
      { path: hill(94, 20), colour: colour(-44, 28, light * 0.28) },
    ],
  };
}

/** Numbers in [0, 1) that depend on the text alone: FNV-1a to seed, mulberry32 to go on. */
function seeded(text: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
