import type { ApiClient } from '../api/client';
import type { Playlist, PlaylistEntry } from '../api/types/playlists';
import { isStale } from './collection.svelte';

/** The entries with one of them moved to another place; places beyond the ends are the ends. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, i) => i !== from);
  const item = items[from];
  if (item === undefined) return [...items];
  const place = Math.min(Math.max(0, to), rest.length);
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/**
 * A playlist that is open for changes. It changes at once where it is seen; saving follows, one after the other, and
 * what could not be saved stays and is tried again.
 */
export class OpenPlaylist {
  list = $state.raw<Playlist | null>(null);
  /** Why it could not be opened. */
  failed = $state('');
  /** Why the last change is not saved yet. */
  unsaved = $state('');
  /** Somebody changed it elsewhere, and this is how it is now. */
  overtaken = $state(false);
  private saving = false;
  private changed = false;
  private closed = false;

  constructor(
    private readonly api: Pick<ApiClient, 'playlist' | 'changePlaylist'>,
    private readonly listener: string,
    private readonly id: number,
    private readonly onSaved: () => void,
    private readonly sentence: (error: unknown) => string,
  ) {}

  async open(): Promise<void> {
    try {
      this.list = await this.api.playlist(this.listener, this.id);
      this.failed = '';
    } catch (error) {
      this.failed = this.sentence(error);
    }
  }

  /** The page is left. What is not saved yet is still saved. */
  close(): void {
    this.closed = true;
  }

  /** Whether what is changed here still counts: it is looked at, or not all of it is saved yet. */
  get isOpen(): boolean {
    return !this.closed || this.saving || this.changed;
  }

  /** The list was changed from elsewhere on this page; what is shown here is read again. */
  async keepUp(version: number): Promise<void> {
    const before = this.list;
    if (!before || version <= before.version || this.saving || this.changed) return;
    try {
      const now = await this.api.playlist(this.listener, this.id);
      if (this.list === before && !this.saving) this.list = now;
    } catch {
      // Nothing was asked for by hand; the next change says what is wrong.
    }
  }

  rename(name: string): void {
    const given = name.trim();
    if (given !== '' && given !== this.list?.name) this.change((list) => ({ ...list, name: given }));
  }

  move(from: number, to: number): void {
    this.change((list) => ({ ...list, tracks: moved(list.tracks, from, to) }));
  }

  /** Takes an entry out and gives it, to put it back. */
  remove(place: number): PlaylistEntry | null {
    const entry = this.list?.tracks[place] ?? null;
    if (entry) this.change((list) => ({ ...list, tracks: list.tracks.filter((_, i) => i !== place) }));
    return entry;
  }

  putBack(entry: PlaylistEntry, place: number): void {
    this.change((list) => ({ ...list, tracks: [...list.tracks.slice(0, place), entry, ...list.tracks.slice(place)] }));
  }

  /** Saves what is not saved yet. */
  async save(): Promise<void> {
    if (this.saving) return;
    this.saving = true;
    try {
      while (this.changed && this.list) {
        this.changed = false;
        const { name, tracks, id, version } = this.list;
        const trackIds = tracks.map((t) => t.trackId);
        const saved = await this.api.changePlaylist(this.listener, { id, version }, { name, trackIds });
        this.list = { ...this.list, version: saved.version, updatedAt: saved.updatedAt };
      }
      this.unsaved = '';
      this.onSaved();
    } catch (error) {
      if (isStale(error)) await this.takeTheirs();
      else {
        this.changed = true;
        this.unsaved = this.sentence(error);
      }
    } finally {
      this.saving = false;
    }
  }

  private change(edit: (list: Playlist) => Playlist): void {
    if (!this.list) return;
    this.list = edit(this.list);
    this.changed = true;
    this.overtaken = false;
    void this.save();
  }

  private async takeTheirs(): Promise<void> {
    this.changed = false;
    this.unsaved = '';
    this.overtaken = true;
    await this.open();
  }
}
