import type { LyricsLine } from '../api/types/sheet';

/** Which line is sung at that time; -1 before the first. */
export const lineAt = (lines: readonly LyricsLine[], seconds: number): number =>
  lines.findLastIndex(({ atSeconds }) => atSeconds !== null && atSeconds <= seconds);
