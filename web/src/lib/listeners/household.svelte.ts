import type { ApiClient } from '../api/client';
import { ApiProblem } from '../api/problem';
import type { Listener } from '../api/types/listeners';
import type { SettingsStore } from '../settings/settings';

const key = 'mooddeck.listener';

export interface HouseholdEvents {
  onError(error: unknown): void;
  /** Somebody else listens now. Not called for the first one a visit begins with. */
  onOther(listener: Listener): void;
}

/** Who lives here and who of them listens: picked by hand, remembered in this browser, never recognised. */
export class Household {
  all = $state.raw<Listener[]>([]);
  private chosen = $state<string | null>(null);
  /** Who listens; null until the server told who lives here. */
  current: Listener | null = $derived(this.all.find(({ id }) => id === this.chosen) ?? this.all[0] ?? null);
  /** Whether there is anybody to pick from. */
  several: boolean = $derived(this.all.length > 1);

  /** Counts what was changed here, so that a list asked for before that does not take it back. */
  private changes = 0;

  constructor(
    private readonly api: ApiClient,
    private readonly store: SettingsStore | null,
    private readonly events: HouseholdEvents,
  ) {
    this.chosen = this.remembered();
  }

  async load(): Promise<void> {
    const changes = this.changes;
    try {
      const all = await this.api.listeners();
      if (changes === this.changes) this.become(all, this.chosen);
    } catch (error) {
      this.events.onError(error);
    }
  }

  choose(id: string): void {
    this.become(this.all, id);
    this.remember();
  }

  /**
   * Adds somebody, and lets them listen.
   * @throws what the server says against it
   */
  async add(name: string): Promise<void> {
    const added = await this.api.addListener(name.trim());
    this.become([...this.all, added], added.id);
    this.remember();
  }

  /** @throws what the server says against it */
  async rename(id: string, name: string): Promise<void> {
    this.put(await this.api.renameListener(id, name.trim()));
  }

  /**
   * Removes somebody with everything of theirs.
   * @throws what the server says against it
   */
  async remove(id: string): Promise<void> {
    await this.api.removeListener(id);
    this.become(
      this.all.filter((listener) => listener.id !== id),
      this.chosen,
    );
    this.remember();
  }

  /** Keeps the history of who listens from now on, or no longer. */
  async keep(on: boolean): Promise<void> {
    const { current } = this;
    if (!current) return;
    try {
      this.put((await this.api.keepHistory(current, on)) ?? { ...current, keepHistory: on });
    } catch (error) {
      this.events.onError(error);
    }
  }

  /** Tells of an error met elsewhere; true when it means that who listens was removed on another device. */
  noticed(error: unknown): boolean {
    if (!(error instanceof ApiProblem) || !error.type.endsWith('unknown-listener')) return false;
    void this.load();
    return true;
  }

  private put(changed: Listener): void {
    this.become(
      this.all.map((listener) => (listener.id === changed.id ? changed : listener)),
      this.chosen,
    );
  }

  private become(all: Listener[], chosen: string | null): void {
    const before = this.current;
    this.changes++;
    this.all = all;
    this.chosen = chosen;
    if (before && this.current && this.current.id !== before.id) this.events.onOther(this.current);
  }

  private remembered(): string | null {
    try {
      return this.store?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  private remember(): void {
    try {
      if (this.current) this.store?.setItem(key, this.current.id);
    } catch {
      // A full or closed storage only means that nothing is remembered.
    }
  }
}
