// Folders of music on the server's machine, and their scans, as docs/api.md gives it; what is unknown is null.

/** A folder of music on the server's machine that was scanned. */
export interface MusicFolder {
  path: string;
  /** False where its drive is not connected. */
  present: boolean;
  tracks: number;
  /** Audio files in it that could not be taken in. */
  skipped: number;
  scannedAt: string | null;
}

/** How far a scan is, or how the last one ended. */
export interface ScanState {
  state: 'idle' | 'running' | 'ready' | 'stopped' | 'failed';
  folder: string | null;
  done: number;
  total: number;
  /** Name of the file just dealt with. */
  file: string | null;
  /** It waits for another scan, from the command line. */
  waiting: boolean;
  added: number;
  updated: number;
  moved: number;
  unchanged: number;
  removed: number;
  skipped: number;
  /** The first of the skipped files. */
  problems: { file: string; reason: string }[];
  warnings: string[];
  detail: string | null;
  /** How fast it goes, and how long it will take; null while that cannot be told. */
  filesPerSecond?: number | null;
  remainingSeconds?: number | null;
  /** The loudness of whole files, which is measured in the background after the scan. */
  measuring?: { done: number; total: number } | null;
}

/** Why a scan could not read a file. */
export type ScanProblemCode = 'truncated' | 'empty' | 'notAudio' | 'missing' | 'timedOut' | 'gaveUp' | 'other';

export interface ScanProblem {
  /** Null where that is no longer known; its whole path is then given. */
  folder: string | null;
  /** Its path within the folder. */
  file: string;
  code: ScanProblemCode;
  /** In English. */
  reason: string;
  at: string | null;
}

export interface ScanProblems {
  total: number;
  problems: ScanProblem[];
}

/** The folders at a place of the server's machine. */
export interface Places {
  path: string;
  parent: string | null;
  audioFiles: number;
  folders: { name: string; path: string }[];
  more: boolean;
}
