import type { Track } from '../api/types/tracks';
import type { Collection } from '../collections/collection.svelte';
import type { Playback } from '../deck/playback.svelte';
import type { MessageKey } from '../i18n/text.svelte';
import { upcomingOf } from './playQueue';
import type { Slip } from './slip.svelte';

interface Words {
  t(key: MessageKey, values?: Record<string, string | number>): string;
}

/** A menu that is open: about which track, at which key. */
export interface OpenMenu {
  track: Track;
  key: HTMLElement;
  /** What can be done only where it stands. */
  more: readonly MenuAct[];
}

export interface MenuAct {
  label: string;
  disabled?: boolean;
  act: () => void;
}

/** Tracks that are about to be put into a playlist. */
export interface Saving {
  tracks: readonly Track[];
  /** A name for a new playlist. */
  proposed: string;
}

/** More at once would be a queue that nobody hears to its end. */
const mostAtOnce = 500;

const here = (tracks: readonly Track[]) => tracks.filter((t) => t.playable).slice(0, mostAtOnce);

/** What can be done with a track, from its card, a tile, a result or the keys; and how it is taken back. */
export class TrackActs {
  menu = $state.raw<OpenMenu | null>(null);
  /** The track whose sum lies open. */
  why = $state.raw<Track | null>(null);
  saving = $state.raw<Saving | null>(null);

  constructor(
    private readonly playback: Playback,
    private readonly collection: Collection,
    private readonly slip: Slip,
    private readonly text: Words,
    private readonly onError: (error: unknown) => void,
    /** A like or a ban teaches; taking one back puts things as they were. */
    private readonly onTaught: () => void = () => undefined,
  ) {}

  /** Which place of those that come next a track has; null for what plays, was heard, or is not in the queue. */
  placeOf(id: string): number | null {
    const place = upcomingOf(this.playback.queue).findIndex((t) => t.id === id);
    return place < 0 ? null : place;
  }

  get upcomingCount(): number {
    return upcomingOf(this.playback.queue).length;
  }

  inQueue(id: string): boolean {
    return this.playback.queue.items.some((t) => t.id === id);
  }

  /** Opens the menu at a key, or closes it when it is open there. */
  showMenu(track: Track, key: HTMLElement, more: readonly MenuAct[] = []): void {
    this.menu = this.menu?.key === key ? null : { track, key, more };
  }

  /** From the queue it is a jump; from elsewhere the track comes in after what plays. */
  playNow(track: Track, atSeconds?: number): void {
    if (this.inQueue(track.id)) this.playback.jump(track, atSeconds);
    else this.playback.pick(track, true, atSeconds);
  }

  /** Plays tracks one after the other, from the first that plays here. */
  playAll(tracks: readonly Track[]): void {
    this.playback.pickAll(here(tracks), true);
  }

  /** Puts them next; the queue says how many. */
  queueAll(tracks: readonly Track[]): void {
    const playable = here(tracks);
    this.playback.pickAll(playable, false);
    this.slip.tell(this.text.t('slip.queued', { n: playable.length }));
  }

  /** Does something that may fail, and says so when it does. */
  async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.onError(error);
      return null;
    }
  }

  playNext(track: Track): void {
    this.playback.pick(track, false);
  }

  move(id: string, place: number): void {
    this.edited(null, () => this.playback.move(id, place));
  }

  moveBy(id: string, places: number): void {
    this.edited(null, () => this.playback.moveBy(id, places));
  }

  remove(track: Track): void {
    this.edited(this.text.t('slip.removed', { title: track.title }), () => this.playback.remove(track.id));
  }

  clear(): void {
    this.edited(this.text.t('slip.cleared'), () => this.playback.clear());
  }

  async like(track: Track, on: boolean): Promise<void> {
    await this.attempt(async () => {
      await this.collection.mark(track, 'like', on);
      if (on) this.onTaught();
    });
  }

  /** Never again: out of the queue, and never recommended to this listener. */
  async ban(track: Track): Promise<void> {
    const { whose } = this.collection;
    const theirs = () => this.collection.whose === whose;
    const liked = this.collection.markOf(track.id) === 'like';
    if (this.inQueue(track.id)) this.playback.remove(track.id);
    const edit = this.playback.lastEdit;
    const putBack = () => {
      if (edit !== null && this.playback.lastEdit === edit) this.playback.undo();
    };
    try {
      await this.collection.mark(track, 'ban', true);
      this.onTaught();
      // To the next one who listens nothing is offered that was not theirs.
      if (!theirs()) return;
      this.slip.offer(this.text.t('slip.banned', { title: track.title }), () => {
        if (!theirs()) return;
        putBack();
        void (liked ? this.like(track, true) : this.unban(track));
      });
    } catch (error) {
      putBack();
      this.onError(error);
    }
  }

  async unban(track: Pick<Track, 'id' | 'title' | 'artist'>): Promise<void> {
    await this.attempt(() => this.collection.mark(track, 'ban', false));
  }

  private edited(says: string | null, edit: () => void): void {
    const before = this.playback.lastEdit;
    edit();
    const after = this.playback.lastEdit;
    if (after === null || after === before) return;
    this.slip.offer(says, () => {
      if (this.playback.lastEdit === after) this.playback.undo();
    });
  }
}
