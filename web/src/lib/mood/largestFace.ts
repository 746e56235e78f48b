import type { Face } from '../api/types/faces';

/** The face that counts where there are several: the nearest, so the largest. */
export function largestFace(faces: readonly Face[]): Face | null {
  const area = (face: Face) => face.box.width * face.box.height;
  return faces.reduce<Face | null>((best, face) => (best && area(best) >= area(face) ? best : face), null);
}
