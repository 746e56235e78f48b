import { dial } from './dialLayout';
import { toDisc, type PlanePoint } from './geometry';
import type { TrailBead, TrailPiece } from './trail';

/** Stations as they are drawn: how many tracks there are at a place of the plane. */
export interface Station extends PlanePoint {
  tracks: number;
}

const glow = '#ffb04d';
const core = '#ffd391';

/** A number in [0, 1) that a place of the list always gets: stars differ in size. */
const chance = (i: number) => ((i * 2654435761) % 4294967296) / 4294967296;

/** Makes the context draw in the dial's units, on a canvas of `pixels` a side. */
export function useDialUnits(context: CanvasRenderingContext2D, pixels: number): void {
  const scale = pixels / (2 * dial.half);
  context.setTransform(scale, 0, 0, scale, pixels / 2, pixels / 2);
  context.clearRect(-dial.half, -dial.half, 2 * dial.half, 2 * dial.half);
}

/**
 * The library as stars: where there are many they run together into a glow. A large library shines no brighter than a
 * small one, or its middle would be a lamp.
 */
export function paintStations(context: CanvasRenderingContext2D, stations: readonly Station[]): void {
  const all = stations.reduce((sum, { tracks }) => sum + tracks, 0);
  const halo = haloSprite();
  const dim = Math.min(1, Math.sqrt(220 / Math.max(1, all)));
  context.save();
  context.globalCompositeOperation = 'lighter';
  stations.forEach((station, i) => {
    const { valence, arousal } = toDisc(station, 0.98);
    const [x, y] = [valence * dial.plane, -arousal * dial.plane];
    const bright = Math.min(1, Math.log2(1 + station.tracks) / 3);
    const size = 0.7 + 1.5 * chance(i) ** 2 + 0.6 * bright;
    context.globalAlpha = Math.min(0.6, (0.16 + 0.24 * bright) * dim);
    const reach = size * 6;
    context.drawImage(halo, x - reach, y - reach, 2 * reach, 2 * reach);
    context.globalAlpha = (0.3 + 0.55 * chance(i + 0.5)) * Math.max(0.35, dim) * (0.6 + 0.4 * bright);
    disc(context, core, x, y, size);
  });
  context.restore();
}

/** The way of the mood, drawn twice: wide and faint, then fine. A stretch in which nothing moved is not drawn. */
export function paintTrail(
  context: CanvasRenderingContext2D,
  pieces: readonly TrailPiece[],
  beads: readonly TrailBead[],
): void {
  context.save();
  context.globalCompositeOperation = 'lighter';
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const { points, brightness } of pieces) {
    if (!moved(points)) continue;
    stroke(context, points, '#ff9e38', 9, 0.2 * brightness);
    stroke(context, points, '#ffc46b', 2, 0.8 * brightness);
  }
  for (const { valence, arousal, brightness } of beads) {
    context.globalAlpha = 0.25 + 0.6 * brightness;
    disc(context, '#ffe9c4', valence * dial.plane, -arousal * dial.plane, 2.4);
  }
  context.restore();
}

/** A halo to be laid under every star: drawn once, since a gradient for each would be slow for a large library. */
function haloSprite(): HTMLCanvasElement {
  const sprite = document.createElement('canvas');
  sprite.width = sprite.height = 64;
  const context = sprite.getContext('2d');
  if (!context) return sprite;
  const light = context.createRadialGradient(32, 32, 0, 32, 32, 32);
  light.addColorStop(0, glow);
  light.addColorStop(0.35, `${glow}50`);
  light.addColorStop(1, `${glow}00`);
  context.fillStyle = light;
  context.fillRect(0, 0, 64, 64);
  return sprite;
}

function disc(context: CanvasRenderingContext2D, colour: string, x: number, y: number, radius: number): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function stroke(
  context: CanvasRenderingContext2D,
  points: readonly PlanePoint[],
  colour: string,
  width: number,
  alpha: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.globalAlpha = alpha;
  context.beginPath();
  for (const { valence, arousal } of points) context.lineTo(valence * dial.plane, -arousal * dial.plane);
  context.stroke();
}

function moved(points: readonly PlanePoint[]): boolean {
  const [first] = points;
  return (
    first !== undefined && points.some((p) => Math.hypot(p.valence - first.valence, p.arousal - first.arousal) > 0.004)
  );
}
