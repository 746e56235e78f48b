import type { ApiClient } from '../api/client';
import { ApiProblem } from '../api/problem';
import { problemOf } from '../i18n/remark';
import type { MusicFolder, Places, ScanState } from '../api/types/folders';
import type { Text } from '../i18n/text.svelte';

const pollMs = 500;
/** What goes on in the background is looked at now and then. */
const quietMs = 5000;

/** The folders of music on the server's machine: which there are, and scanning them. */
export class Folders {
  /** Null until they are known. */
  list = $state.raw<MusicFolder[] | null>(null);
  scan = $state.raw<ScanState | null>(null);
  /** Where a folder is being chosen; null while none is. */
  places = $state.raw<Places | null>(null);
  /** Why this device may not: it is not the machine MoodDeck runs on. */
  notHere = $state('');
  problem = $state('');
  running = $derived(this.scan?.state === 'running');
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly api: ApiClient,
    private readonly text: Text,
    /** A scan came to its end, or a folder left: the catalogue is another one. */
    private readonly onChanged: () => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Looks what there is; stays with a scan that runs until it ends. */
  async look(): Promise<void> {
    await this.attempt(async () => {
      [this.list, this.scan] = await Promise.all([this.api.folders(), this.api.scan()]);
      this.wait();
    });
  }

  /** Scans a folder; true when the server took it up. */
  async add(path: string): Promise<boolean> {
    const taken = await this.attempt(async () => void (this.scan = await this.api.addFolder(path)));
    if (taken) this.places = null;
    this.wait();
    return taken;
  }

  async again(): Promise<void> {
    await this.attempt(async () => void (this.scan = await this.api.scanAgain()));
    this.wait();
  }

  async stop(): Promise<void> {
    await this.attempt(() => this.api.stopScan());
  }

  async remove(path: string): Promise<void> {
    const gone = await this.attempt(() => this.api.removeFolder(path));
    if (gone) this.onChanged();
    await this.look();
  }

  /** Shows the folders at a place to choose from; where choosing begins without one. */
  async browse(path?: string): Promise<void> {
    await this.attempt(async () => void (this.places = await this.api.places(path)));
  }

  private wait(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    const ms = this.running ? pollMs : this.scan?.measuring ? quietMs : null;
    this.timer = ms === null ? null : setTimeout(() => void this.poll(), ms);
  }

  private async poll(): Promise<void> {
    const ran = this.running;
    try {
      this.scan = await this.api.scan();
    } catch (error) {
      // The server may come back, and the scan with it.
      this.onError(error);
    }
    if (!ran || this.running) return this.wait();
    this.onChanged();
    await this.look();
  }

  private async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.problem = '';
      return true;
    } catch (error) {
      const refused = error instanceof ApiProblem && error.type === 'urn:mooddeck:problem:not-here';
      this.notHere = refused ? problemOf(this.text, error) : '';
      this.problem = refused ? '' : problemOf(this.text, error);
      if (!refused) this.onError(error);
      return false;
    }
  }
}
