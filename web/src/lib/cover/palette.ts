/** The inks a cover is printed with: a sky from top to horizon, a light in it, and three grounds from far to near. */
export interface Inks {
  high: string;
  low: string;
  light: string;
  far: string;
  mid: string;
  near: string;
}

interface Place {
  valence: number;
  arousal: number;
}

/** Where on the mood plane each set of inks belongs: high, low, light, far, mid, near. */
const palettes: readonly [valence: number, arousal: number, inks: string][] = [
  [0.75, 0.6, 'ef8f52 f8d79a fff3d8 d9694a a63f3a 5e2a35'],
  [0.75, 0.25, 'f0bd4e fbe6ac e4572e d98b3d 8a9a46 3a5638'],
  [0.6, -0.1, 'b3cbb9 f0e6c6 f2a950 8ca67c 577a58 2d4b3c'],
  [0.5, -0.5, '76b1ba dcefe2 fdf0d0 4f8f90 2c606b 173845'],
  [0.2, -0.35, '6a5678 eaa596 ffd9a8 b56576 6b4763 322842'],
  [0.15, -0.75, '9fa488 e6e1c4 fbf3d7 82885c 545d41 2d362b'],
  [-0.45, -0.6, '18223c 5f80a0 ece6d2 35507a 223557 111930'],
  [-0.4, -0.2, '62737f bcc4bf f0ead8 5b6e77 3b4c55 212d34'],
  [-0.75, 0.1, '2b313b 86706c dcc9a2 5c4c53 39323d 1a1820'],
  [-0.55, 0.6, '2a1216 b03a2c ffb35c 7d2023 491419 1c0a0e'],
  [0.15, 0.85, '3a1b58 e2557b ffd166 a5348c 5a2476 251247'],
  [0, 0.1, 'd3aa78 f1dfbe fff6e0 bb8c5a 796849 3f3d34'],
];

/** The inks of a place: those of one of its neighbours, with something of another, as `turn` (0 to 1) decides. */
export function inksAt(place: Place, turn: number): Inks {
  const near = palettes
    .map(([valence, arousal, inks]) => ({
      apart: Math.hypot(valence - place.valence, arousal - place.arousal),
      inks: inks.split(' '),
    }))
    .sort((a, b) => a.apart - b.apart);
  const first = near[turn < 0.62 ? 0 : 1]?.inks ?? [];
  const other = near[turn < 0.62 ? 1 : 2]?.inks ?? [];
  const share = ((turn * 7.31) % 1) * 0.42;
  const ink = (i: number) => blend(first[i] ?? '000000', other[i] ?? '000000', share);
  return { high: ink(0), low: ink(1), light: ink(2), far: ink(3), mid: ink(4), near: ink(5) };
}

/** Two inks over each other; both and the result are six hexadecimal digits, the result with its hash sign. */
function blend(a: string, b: string, share: number): string {
  const part = (hex: string, i: number) => parseInt(hex.slice(i, i + 2), 16);
  const mixed = [0, 2, 4].map((i) => Math.round(part(a, i) * (1 - share) + part(b, i) * share));
  return `#${mixed.map((n) => n.toString(16).padStart(2, '0')).join('')}`;
}
