/** Squares that stay light around a code, so that a camera finds it (ISO/IEC 18004). */
export const quietZone = 4;

/** The side of a code with its quiet zone, in squares: the `viewBox` of {@link qrPath}. */
export function qrSide(qr: { size: number }): number {
  return qr.size + 2 * quietZone;
}

/** The dark squares of a code as one SVG path, each run of a row a rectangle one square high. */
export function qrPath(qr: { rows: string[] }): string {
  return qr.rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${index + quietZone} ${y + quietZone}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('');
}
