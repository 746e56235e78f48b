import type { Inks } from './palette';

/** One printed shape in a square of 100; with a width it is a line. */
export interface Shape {
  d: string;
  ink: string;
  opacity?: number;
  width?: number;
}

/** What a motif is made from. */
export interface Plate {
  inks: Inks;
  random: () => number;
  /** 0 calm, 1 energetic. */
  energy: number;
}

const n = (value: number) => String(Math.round(value * 10) / 10);

/** A circle. Its radius is rounded first: arcs that do not quite fit their ends bulge. */
export function disc(x: number, y: number, radius: number): string {
  const r = Math.round(radius * 10) / 10;
  return `M${n(x - r)} ${n(y)}a${r} ${r} 0 1 0 ${n(2 * r)} 0a${r} ${r} 0 1 0 ${n(-2 * r)} 0Z`;
}

const between = (random: () => number, low: number, high: number) => low + (high - low) * random();

/** Rolling ground: one long curve from edge to edge. */
function rolling(random: () => number, base: number, height: number): string {
  const y = () => n(base - height * random());
  return `M0 ${y()}C${n(between(random, 18, 38))} ${y()} ${n(between(random, 55, 78))} ${y()} 100 ${y()}V100H0Z`;
}

/** A road that gets lost between the hills. */
function hills({ inks, random }: Plate): Shape[] {
  const x = between(random, 22, 78);
  const r = between(random, 7, 13);
  const bend = between(random, -26, 26);
  return [
    { d: disc(x, between(random, 24, 40), r), ink: inks.light },
    { d: rolling(random, 64, 18), ink: inks.far },
    { d: rolling(random, 80, 16), ink: inks.mid },
    { d: rolling(random, 95, 14), ink: inks.near },
    {
      d: `M${n(x - 2)} 100C${n(x + bend)} 92 ${n(x - bend)} 86 ${n(x + 4)} 79L${n(x + 7)} 79C${n(x - bend + 8)} 87 ${n(x + bend + 18)} 93 ${n(x + 16)} 100Z`,
      ink: inks.low,
      opacity: 0.8,
    },
  ];
}

/** Mountains, the steeper the more energy; each has a lit side. */
function peaks({ inks, random, energy }: Plate): Shape[] {
  const shapes: Shape[] = [
    { d: disc(between(random, 20, 80), between(random, 20, 34), between(random, 6, 10)), ink: inks.light },
  ];
  const ridges = [
    [inks.far, 74, 30],
    [inks.mid, 88, 26],
    [inks.near, 100, 20],
  ] as const;
  for (const [ink, base, height] of ridges) {
    let x = between(random, -30, -12);
    while (x < 104) {
      const width = between(random, 34, 58);
      const top = base - height * (0.6 + 0.9 * energy) * between(random, 0.6, 1);
      const summit = x + width * between(random, 0.4, 0.6);
      shapes.push({ d: `M${n(x)} 100L${n(summit)} ${n(top)}L${n(x + width)} 100Z`, ink });
      const foot = summit + width * 0.12;
      shapes.push({
        d: `M${n(summit)} ${n(top)}L${n(x)} 100H${n(foot)}L${n(summit - width * 0.05)} ${n(top + (100 - top) * 0.4)}Z`,
        ink: inks.low,
        opacity: 0.16,
      });
      x += width * between(random, 0.5, 0.75);
    }
  }
  return shapes;
}

/** The sea by day or night: bands of swell, and the light's path on the water. */
function sea({ inks, random, energy }: Plate): Shape[] {
  const x = between(random, 25, 75);
  const r = between(random, 8, 14);
  const horizon = between(random, 50, 60);
  const shapes: Shape[] = [
    { d: disc(x, horizon - between(random, -2, 22), r), ink: inks.light },
    { d: `M0 ${n(horizon)}H100V100H0Z`, ink: inks.far },
  ];
  for (let i = 0; i < 6; i++) {
    const y = horizon + 3 + i * 3.4;
    const half = r * (1 - i * 0.11) * between(random, 0.55, 1);
    shapes.push({ d: `M${n(x - half)} ${n(y)}H${n(x + half)}`, ink: inks.light, width: 1.3, opacity: 0.75 - i * 0.08 });
  }
  const swell = 1.5 + 5 * energy;
  [inks.mid, inks.near].forEach((ink, i) => {
    const y = horizon + 20 + i * 14;
    const length = between(random, 24, 36);
    let d = `M${n(-length * random())} ${n(y)}`;
    for (let k = 0; k < 6; k++) d += `q${n(length / 4)} ${n(-swell)} ${n(length / 2)} 0t${n(length / 2)} 0`;
    shapes.push({ d: `${d}V100H-40Z`, ink });
  });
  return shapes;
}

/** A great sun cut by bands, as on posters. */
function bandedSun({ inks, random, energy }: Plate): Shape[] {
  const x = between(random, 38, 62);
  const y = between(random, 44, 54);
  const r = between(random, 27, 33);
  const shapes: Shape[] = [{ d: disc(x, y, r), ink: inks.light }];
  const bands = 4 + Math.round(3 * energy);
  for (let i = 0; i < bands; i++) {
    const at = y + 2 + (i * r) / bands;
    shapes.push({ d: `M0 ${n(at)}H100`, ink: inks.low, width: 0.9 + i * 0.5 });
  }
  shapes.push({ d: rolling(random, 84, 12), ink: inks.mid }, { d: rolling(random, 97, 14), ink: inks.near });
  return shapes;
}

/** Arches within each other. */
function arches({ inks, random }: Plate): Shape[] {
  const x = between(random, 30, 70);
  const foot = between(random, 84, 92);
  const widest = between(random, 34, 46);
  const step = widest / 5;
  const shapes: Shape[] = [inks.near, inks.mid, inks.far, inks.light, inks.high].map((ink, i) => {
    const r = widest - i * step;
    return { d: `M${n(x - r)} ${n(foot)}V${n(foot - 26)}a${n(r)} ${n(r)} 0 0 1 ${n(2 * r)} 0V${n(foot)}Z`, ink };
  });
  shapes.push({ d: `M0 ${n(foot)}H100V100H0Z`, ink: inks.near });
  return shapes;
}

/** Rays from a low sun. */
function rays({ inks, random, energy }: Plate): Shape[] {
  const x = between(random, 28, 72);
  const y = between(random, 60, 70);
  const count = 9 + Math.round(7 * energy);
  const start = random() * Math.PI;
  const shapes: Shape[] = [];
  for (let i = 0; i < count; i++) {
    const angle = start + (i * 2 * Math.PI) / count;
    const half = Math.PI / count / 2;
    const point = (a: number) => `${n(x + 140 * Math.cos(a))} ${n(y + 140 * Math.sin(a))}`;
    shapes.push({ d: `M${n(x)} ${n(y)}L${point(angle - half)}L${point(angle + half)}Z`, ink: inks.far, opacity: 0.55 });
  }
  shapes.push({ d: disc(x, y, between(random, 13, 19)), ink: inks.light });
  shapes.push({ d: rolling(random, 80, 8), ink: inks.mid }, { d: rolling(random, 94, 10), ink: inks.near });
  return shapes;
}

/** Rain on a window, a moon behind it. */
function rain({ inks, random, energy }: Plate): Shape[] {
  const shapes: Shape[] = [
    {
      d: disc(between(random, 26, 74), between(random, 26, 42), between(random, 11, 18)),
      ink: inks.light,
      opacity: 0.9,
    },
    { d: rolling(random, 84, 14), ink: inks.mid },
    { d: rolling(random, 98, 12), ink: inks.near },
  ];
  const slant = 2 + 10 * energy;
  for (let i = 0; i < 22; i++) {
    const x = i * 4.7 + between(random, -1.5, 3);
    const y = between(random, -10, 70);
    const long = between(random, 8, 26);
    shapes.push({
      d: `M${n(x)} ${n(y)}l${n((-slant * long) / 26)} ${n(long)}`,
      ink: inks.low,
      width: 0.8,
      opacity: between(random, 0.25, 0.7),
    });
  }
  return shapes;
}

/** Paper cut in circles and quarters on a grid. */
function cuts({ inks, random }: Plate): Shape[] {
  const colours = [inks.far, inks.mid, inks.near, inks.light, inks.low];
  const pickInk = () => colours[Math.floor(random() * colours.length)] ?? inks.far;
  const shapes: Shape[] = [];
  const size = 100 / 3;
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const [x, y] = [column * size, row * size];
      const ground = pickInk();
      shapes.push({ d: `M${n(x)} ${n(y)}h${n(size + 0.2)}v${n(size + 0.2)}h${n(-size - 0.2)}Z`, ink: ground });
      const ink = colours.filter((c) => c !== ground)[Math.floor(random() * 4)] ?? inks.light;
      const s = n(size);
      const shape = Math.floor(random() * 5);
      if (shape === 0) shapes.push({ d: disc(x + size / 2, y + size / 2, size * 0.36), ink });
      if (shape === 1) shapes.push({ d: `M${n(x)} ${n(y)}h${s}a${s} ${s} 0 0 1 -${s} ${s}Z`, ink });
      if (shape === 2) shapes.push({ d: `M${n(x + size)} ${n(y + size)}h-${s}a${s} ${s} 0 0 1 ${s} -${s}Z`, ink });
      if (shape === 3)
        shapes.push({ d: `M${n(x)} ${n(y + size / 2)}a${n(size / 2)} ${n(size / 2)} 0 0 1 ${s} 0Z`, ink });
    }
  }
  return shapes;
}

/** Rings on still water. */
function ripples({ inks, random }: Plate): Shape[] {
  const x = between(random, 34, 66);
  const y = between(random, 36, 62);
  const shapes: Shape[] = [inks.far, inks.mid, inks.near].map((ink, i) => ({
    d: disc(x, y + i * 2, 62 - i * 17),
    ink,
    opacity: 0.8,
  }));
  for (let i = 0; i < 4; i++)
    shapes.push({ d: disc(x, y + 4, 12 + i * 5.5), ink: inks.low, width: 0.7, opacity: 0.6 - i * 0.12 });
  shapes.push({ d: disc(x, y + 4, 8.5), ink: inks.light });
  return shapes;
}

/** Every motif, with the mood it suits: valence, arousal. */
export const motifs: readonly [valence: number, arousal: number, draw: (plate: Plate) => Shape[]][] = [
  [0.5, 0, hills],
  [-0.2, 0.5, peaks],
  [0.1, -0.4, sea],
  [0.5, 0.6, bandedSun],
  [0.5, 0.2, arches],
  [0.4, 0.7, rays],
  [-0.6, -0.4, rain],
  [0, 0.7, cuts],
  [0, -0.7, ripples],
];
