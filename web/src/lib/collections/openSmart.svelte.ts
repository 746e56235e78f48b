import type { ApiClient } from '../api/client';
import type { SmartPlaylist, SmartRules, SmartTracks } from '../api/types/playlists';
import { isStale } from './collection.svelte';

/** A hand that moves a region or types is waited for this long. */
const restMs = 300;

/** A smart playlist that is open: what it holds is told anew after each change, which is kept at once. */
export class OpenSmart {
  list = $state.raw<SmartPlaylist | null>(null);
  held = $state.raw<SmartTracks | null>(null);
  /** Why it could not be opened, or is not saved. */
  problem = $state('');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving = false;
  private changed = false;

  constructor(
    private readonly api: Pick<ApiClient, 'smartPlaylist' | 'smartTracks' | 'changeSmart'>,
    private readonly listener: string,
    private readonly id: number,
    private readonly sentence: (error: unknown) => string,
  ) {}

  async open(): Promise<void> {
    await this.try(async () => {
      this.list = await this.api.smartPlaylist(this.listener, this.id);
      this.held = await this.api.smartTracks(this.listener, this.id);
    });
  }

  rename(name: string): void {
    const given = name.trim();
    if (given !== '' && this.list) this.change({ ...this.list, name: given });
  }

  /** Other rules in place of those of the same names. */
  ask(rules: SmartRules): void {
    if (this.list) this.change({ ...this.list, rules: { ...this.list.rules, ...rules } });
  }

  /** Saves what is not saved yet. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    if (this.saving) return;
    this.saving = true;
    await this.try(async () => {
      while (this.changed && this.list) {
        this.changed = false;
        const { version } = await this.keep(this.list);
        this.list = { ...this.list, version };
        this.held = await this.api.smartTracks(this.listener, this.id);
      }
    });
    this.saving = false;
  }

  private async keep(list: SmartPlaylist): Promise<SmartPlaylist> {
    try {
      return await this.api.changeSmart(this.listener, list);
    } catch (error) {
      // Once somebody else changed it, this change is no longer meant.
      this.changed = !isStale(error);
      throw error;
    }
  }

  private change(list: SmartPlaylist): void {
    this.list = list;
    this.changed = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), restMs);
  }

  private async try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.problem = '';
    } catch (error) {
      // Changed elsewhere: that is how it is now.
      if (isStale(error)) await this.open();
      this.problem = this.sentence(error);
    }
  }
}
