import type { MusicFolder, Places, ScanProblem, ScanState } from '../src/lib/api/types/folders.ts';

const idle: ScanState = {
  state: 'idle',
  folder: null,
  done: 0,
  total: 0,
  file: null,
  waiting: false,
  added: 0,
  updated: 0,
  moved: 0,
  unchanged: 0,
  removed: 0,
  skipped: 0,
  problems: [],
  warnings: [],
  detail: null,
};

const tree: Record<string, string[]> = {
  '/': ['home', 'media'],
  '/home': ['me'],
  '/home/me': ['Documents', 'Music'],
  '/home/me/Music': ['Ilaiyaraaja', 'Jazz', 'Nick Drake', '竹内まりや'],
  '/media': ['usb'],
};

/** Folders of music that are scanned by the clock. */
export class MockFolders {
  private folders: MusicFolder[] = [
    { path: '/home/me/Music', present: true, tracks: 812, skipped: 3, scannedAt: new Date().toISOString() },
    { path: '/media/usb/Old tapes', present: false, tracks: 96, skipped: 0, scannedAt: '2026-02-03T20:00:00Z' },
  ];
  private scan = idle;

  /** The answer to an address below `/library`, with its status; null for one there is none at. */
  answer(method: string, what: string, path: string | null): [unknown, number] | null {
    switch (`${method} ${what}`) {
      case 'GET folders':
        return [this.folders, 200];
      case 'POST folders':
        if (!path?.startsWith('/')) return [problem('bad-folder', `${path} is not an absolute path.`), 400];
        return [this.start(path), 202];
      case 'DELETE folders':
        this.folders = this.folders.filter((folder) => folder.path !== path);
        return [null, 200];
      case 'GET scan':
        return [this.step(), 200];
      case 'POST scan':
        return [this.start(this.folders[0]?.path ?? '/'), 202];
      case 'DELETE scan':
        this.scan = { ...this.scan, state: 'stopped' };
        return [this.scan, 202];
      case 'GET problems':
        return [{ total: problems.length, problems }, 200];
      case 'GET places':
        return [places(path ?? '/home/me/Music'), 200];
      default:
        return null;
    }
  }

  private start(folder: string): ScanState {
    this.scan = { ...idle, state: 'running', folder };
    return this.scan;
  }

  private step(): ScanState {
    if (this.scan.state !== 'running') return this.scan;
    const done = this.scan.done + 7;
    const pace = { filesPerSecond: 3.1, remainingSeconds: (84 - done) * 19 };
    this.scan = { ...this.scan, done: Math.min(done, 84), total: 84, file: `${done} - Time Has Told Me.flac`, ...pace };
    if (done < 84) return this.scan;
    const skipped = [{ file: 'Jazz/torn.mp3', reason: 'It is not an audio file, or a damaged one.' }];
    this.scan = {
      ...this.scan,
      state: 'ready',
      file: null,
      added: 80,
      unchanged: 3,
      skipped: 1,
      problems: skipped,
      measuring: { done: 12, total: 340 },
    };
    const path = this.scan.folder ?? '/';
    this.folders = [
      ...this.folders.filter((folder) => folder.path !== path),
      { path, present: true, tracks: 83, skipped: 1, scannedAt: new Date().toISOString() },
    ];
    return this.scan;
  }
}

const problems: ScanProblem[] = (
  [
    ['Jazz/torn.mp3', 'truncated'],
    ['Jazz/Live in a very long named hall of the northern harbours (1971)/07 - Interlude.flac', 'truncated'],
    ['Nick Drake/cover.mp3', 'notAudio'],
    ['竹内まりや/空.m4a', 'empty'],
    ['Ilaiyaraaja/old.wma', 'other'],
  ] as const
).map(([file, code]) => ({
  folder: '/home/me/Music',
  file,
  code,
  reason: 'ffprobe ended with code 1.',
  at: '2026-11-20T20:00:00Z',
}));

function places(path: string): Places {
  const base = path === '/' ? '' : path;
  const folders = (tree[path] ?? []).map((name) => ({ name, path: `${base}/${name}` }));
  const parent = path === '/' ? null : path.slice(0, path.lastIndexOf('/')) || '/';
  return { path, parent, audioFiles: folders.length === 0 ? 12 : 0, folders, more: false };
}

const problem = (name: string, detail: string) => ({ type: `urn:mooddeck:problem:${name}`, title: name, detail });
