import type { LoudnessCurve } from '../api/types/sheet';

/** What the scale shows, in LUFS: from the hush of a fade to as loud as it gets. */
const floor = -48;

/** How high a loudness stands on a scale of that height, from the top. */
export const loudnessY = (lufs: number, height: number): number => Math.min(1, Math.max(0, lufs / floor)) * height;

/** SVG path of the loudness over the whole track, which is `width` wide; every value stands in the middle of its step. */
export function loudnessPath(
  { stepSeconds, lufs }: LoudnessCurve,
  durationSeconds: number,
  width: number,
  height: number,
): string {
  const points = lufs.map((value, i) => {
    const x = Math.min(1, ((i + 0.5) * stepSeconds) / durationSeconds) * width;
    return `${x.toFixed(1)} ${loudnessY(value, height).toFixed(1)}`;
  });
  return points.length > 0 ? `M${points.join('L')}` : '';
}
