import type { Box } from '../api/types/faces';

/** A box in percent of the window that shows the picture. */
export interface WindowBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/**
 * Where a box of the picture lies in a window that shows the picture with `object-fit: cover`, mirrored or not. Parts
 * outside the window are cut off; null when nothing is left to see.
 */
export function boxInWindow(box: Box, picture: Size, shown: Size, mirrored: boolean): WindowBox | null {
  if (picture.width <= 0 || picture.height <= 0 || shown.width <= 0 || shown.height <= 0) return null;
  const scale = Math.max(shown.width / picture.width, shown.height / picture.height);
  const offsetX = (shown.width - picture.width * scale) / 2;
  const offsetY = (shown.height - picture.height * scale) / 2;
  const start = mirrored ? picture.width - box.x - box.width : box.x;
  const clamp = (value: number, limit: number) => Math.min(limit, Math.max(0, value));
  const left = clamp(start * scale + offsetX, shown.width);
  const right = clamp((start + box.width) * scale + offsetX, shown.width);
  const top = clamp(box.y * scale + offsetY, shown.height);
  const bottom = clamp((box.y + box.height) * scale + offsetY, shown.height);
  if (right <= left || bottom <= top) return null;
  return {
    left: (100 * left) / shown.width,
    top: (100 * top) / shown.height,
    width: (100 * (right - left)) / shown.width,
    height: (100 * (bottom - top)) / shown.height,
  };
}
