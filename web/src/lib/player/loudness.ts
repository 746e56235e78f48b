/**
 * The audio element's linear volume for a slider position in [0, 1]. Loudness is heard logarithmically; the cube is
 * the usual stand-in for a 60 dB scale that still reaches silence.
 */
export function gainOf(position: number): number {
  return Math.min(1, Math.max(0, position)) ** 3;
}
