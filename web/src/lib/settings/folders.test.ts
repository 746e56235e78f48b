import { english } from '../testing/english';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../api/client';
import { ApiProblem, ServerGone } from '../api/problem';
import type { MusicFolder, ScanState } from '../api/types/folders';
import { Folders } from './folders.svelte';

const scan = (state: ScanState['state'], done = 0): ScanState => ({
  state,
  folder: '/music',
  done,
  total: 10,
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
});
const music: MusicFolder = { path: '/music', present: true, tracks: 3, skipped: 0, scannedAt: null };

/** A server that answers each question about the scan with the next of these; the last one stays. */
function rig(...answers: (ScanState | Error)[]) {
  const api = {
    folders: vi.fn(() => Promise.resolve([music])),
    scan: vi.fn(() => {
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? scan('idle');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    }),
    addFolder: vi.fn(() => Promise.resolve(scan('running'))),
    scanAgain: vi.fn(() => Promise.resolve(scan('running'))),
    removeFolder: vi.fn(() => Promise.resolve(null)),
    places: vi.fn(() => Promise.resolve({ path: '/', parent: null, audioFiles: 0, folders: [], more: false })),
  };
  const changed = vi.fn();
  const onError = vi.fn();
  return { api, changed, onError, folders: new Folders(api as unknown as ApiClient, english(), changed, onError) };
}

describe('Folders', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('add_staysWithTheScanUntilItEnds_thenTellsOnce', async () => {
    const { folders, changed } = rig(scan('running', 4), scan('running', 9), scan('ready', 10));
    expect(await folders.add('/music')).toBe(true);
    expect(folders.running).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([folders.running, folders.scan?.state, folders.list]).toEqual([false, 'ready', [music]]);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('look_whileWholeFilesAreMeasured_looksNowAndThen_withoutTellingOfAnotherCatalogue', async () => {
    const measuring = (done: number) => ({ ...scan('ready', 10), measuring: { done, total: 3 } });
    const { api, folders, changed } = rig(measuring(1), measuring(2), scan('ready', 10));
    await folders.look();
    await vi.advanceTimersByTimeAsync(4000);
    expect(folders.scan?.measuring?.done).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([folders.scan?.measuring, api.scan.mock.calls.length, changed.mock.calls.length]).toEqual([undefined, 3, 0]);
  });

  it('add_refused_saysWhyAndKeepsThePlace', async () => {
    const { api, folders } = rig();
    await folders.browse();
    api.addFolder.mockRejectedValue(new ApiProblem(400, 'urn:mooddeck:problem:bad-folder', 'There is no folder /x.'));
    expect(await folders.add('/x')).toBe(false);
    expect(folders.problem).toBe('There is no folder /x.');
    expect(folders.places).not.toBeNull();
    await folders.browse();
    expect(folders.problem).toBe('');
  });

  it('look_whileOneRunsAlready_staysWithIt', async () => {
    const { folders, changed } = rig(scan('running'), scan('ready'));
    await folders.look();
    await vi.advanceTimersByTimeAsync(2000);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('serverGoneInTheMiddle_isAskedAgain', async () => {
    const { folders, changed, onError } = rig(scan('running'), new ServerGone(), new ServerGone(), scan('ready'));
    await folders.look();
    await vi.advanceTimersByTimeAsync(5000);
    expect(onError).toHaveBeenCalledTimes(2);
    expect(folders.scan?.state).toBe('ready');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('look_onAnotherDevice_saysWhereItIsDone_andIsNoError', async () => {
    const { api, folders, onError } = rig();
    api.folders.mockRejectedValue(new ApiProblem(403, 'urn:mooddeck:problem:not-here', 'At the machine itself.'));
    await folders.look();
    expect([folders.notHere, folders.problem]).toEqual(['At the machine itself.', '']);
    expect(onError).not.toHaveBeenCalled();
  });

  it('remove_tellsThatTheCatalogueChanged', async () => {
    const { api, folders, changed } = rig();
    await folders.remove('/music');
    expect(api.removeFolder).toHaveBeenCalledWith('/music');
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
