import type { PlayEvent, Track } from '../api/types/tracks';
import type { AudioLike } from '../player/audioDeck';
import type { Course } from '../player/course';
import { Player, type PlayerState } from '../player/player';
import type { PlaybackSnapshot } from '../player/snapshot';
import type { Sound } from '../player/sound';
import type { StereoSignal } from '../player/vuMeter';
import {
  currentOf,
  emptyQueue,
  isOwn,
  keep,
  moveTo,
  nextPlayable,
  pick,
  previousPlayable,
  rechoose,
  type PlayQueue,
} from '../queue/playQueue';
import * as edits from '../queue/queueEdits';

export interface PlaybackEvents {
  /** Something happened that a history would keep. */
  onPlay(track: Track, event: PlayEvent, positionSeconds: number): void;
  /** The queue has nothing more that plays here. */
  onRunOut(): void;
  /** A track could not be played. */
  onBroken(track: Track): void;
}

export interface Outputs {
  /** A second element, for gapless playback. */
  second?: AudioLike;
  /** Opens the sound system at a gesture; null where there is none. */
  openSound?: () => Promise<Sound | null>;
}

/** When the music is to end: at a time (milliseconds since 1970) so many minutes after it was asked for, after this track, or not. */
export type Sleep = { readonly atMs: number; readonly minutes: number } | 'track' | null;

/** Later than this, `previous` starts the track again instead of going back. */
const restartAfterSeconds = 3;
/** Falling asleep, the music goes down over this. */
const sleepFadeSeconds = 8;

/** The queue and the transport: what plays, what comes next, and the keys in between. */
export class Playback {
  queue = $state.raw<PlayQueue>(emptyQueue);
  state = $state<PlayerState>('empty');
  positionSeconds = $state(0);
  durationSeconds = $state<number | null>(null);
  /** The number of the audio element that plays, 0 or 1. */
  deckNumber = $state(0);
  /** The last edit of the queue, while it can be taken back. */
  lastEdit = $state.raw<edits.Undo | null>(null);
  sleep = $state.raw<Sleep>(null);
  current: Track | null = $derived(currentOf(this.queue));
  hasNext = $derived(nextPlayable(this.queue) !== null);
  playableCount = $derived(this.queue.items.filter((t) => t.playable).length);

  private player: Player | null = null;
  private sound: Sound | null = null;
  private openSound: (() => Promise<Sound | null>) | null = null;
  private sleepTimer: ReturnType<typeof setTimeout> | null = null;
  /** The current track was heard to its end, and nothing followed. */
  private ended = false;
  /** Where the current track goes on once somebody presses play after a reload; null when it is loaded. */
  private waitingAt: number | null = null;

  constructor(private readonly events: PlaybackEvents) {}

  /** Takes the page's audio elements over. */
  attach(audio: AudioLike, volume: number, { second, openSound }: Outputs = {}): void {
    const { events } = this;
    this.openSound = openSound ?? null;
    this.player = new Player(second ? [audio, second] : [audio], {
      onState: (state) => (this.state = state),
      onTime: (position, duration) => {
        this.positionSeconds = position;
        this.durationSeconds = duration;
        this.deckNumber = this.player?.deckNumber ?? 0;
      },
      onEnded: (track) => {
        events.onPlay(track, 'finished', this.positionSeconds);
        this.ended = true;
        if (!this.fallsAsleep()) this.advance();
      },
      onPassed: (from, to, position) => {
        events.onPlay(from, 'finished', position);
        this.queue = moveTo(this.queue, to.id);
        events.onPlay(to, 'started', 0);
      },
      onBroken: (track) => events.onBroken(track),
      next: () => (this.sleep === 'track' ? null : nextPlayable(this.queue)),
    });
    this.player.setVolume(volume);
  }

  /** Somebody touched the page: from now on it may sound through the sound system. */
  async wake(): Promise<void> {
    const open = this.openSound;
    this.openSound = null;
    if (!open) {
      // Paused, the device is left to rest.
      if (this.state === 'playing') await this.sound?.wake();
      return;
    }
    this.sound = await open();
    if (this.sound) this.player?.connect(this.sound);
    else this.openSound = open;
  }

  /** What is heard right now, for the meters; null while nothing plays or the browser cannot tell. */
  get signal(): StereoSignal | null {
    return this.state === 'playing' ? (this.sound?.signal ?? null) : null;
  }

  // --- the transport ---

  /** Whether something is heard, or will be as soon as it is there. */
  get isOn(): boolean {
    return this.state === 'playing' || this.state === 'loading';
  }

  /** Starts the first that plays here, unless something is on already. */
  begin(): void {
    // What an earlier visit left waits for the play key; a mood shown now has its own music.
    const isOver = this.ended || this.waitingAt !== null;
    if (!this.current || (isOver && this.hasNext)) this.go(nextPlayable(this.queue));
  }

  toggle(): void {
    if (this.isOn) this.pause();
    else this.play();
  }

  play(): void {
    if (!this.current || (this.ended && this.hasNext)) this.begin();
    else if (this.waitingAt !== null) this.go(this.current, this.waitingAt);
    else void this.player?.play();
  }

  pause(): void {
    this.player?.pause();
  }

  /** Stops, and forgets where in the track; the queue stays. */
  stop(): void {
    this.skipped();
    this.waitingAt = null;
    this.player?.stop();
    this.queue = { ...this.queue, currentId: null };
  }

  /** The next key: leaves the track that is on. */
  next(): void {
    this.skipped();
    this.advance();
  }

  previous(): void {
    const before = previousPlayable(this.queue);
    if (this.positionSeconds > restartAfterSeconds || !before) this.seek(0);
    else {
      this.skipped();
      this.go(before);
    }
  }

  /** Plays a track of the queue now, from there where a time is given. */
  jump(track: Track, atSeconds?: number): void {
    if (track.id === this.current?.id) {
      if (atSeconds !== undefined) this.seek(atSeconds);
      return this.play();
    }
    this.skipped();
    this.go(track, atSeconds);
  }

  /** Goes on to the next that plays here, or says that there is none. */
  advance(): void {
    const next = nextPlayable(this.queue);
    if (next) this.go(next);
    else this.events.onRunOut();
  }

  /** Loads the current track again where it stopped, after the server was gone. */
  async resume(): Promise<void> {
    if (this.current && this.waitingAt === null) await this.player?.start(this.current, true, this.positionSeconds);
  }

  seek(seconds: number): void {
    if (this.waitingAt === null) this.player?.seek(seconds);
    else {
      this.waitingAt = Math.min(Math.max(0, seconds), this.durationSeconds ?? seconds);
      this.positionSeconds = this.waitingAt;
    }
  }

  /** Winds by so many seconds, back when negative. */
  seekBy(seconds: number): void {
    this.seek(this.positionSeconds + seconds);
  }

  setVolume(volume: number): void {
    this.player?.setVolume(volume);
  }

  /** How long tracks fade into each other, 0 to 12 s; 0 is gapless. Neighbours on an album never fade. */
  setCrossfade(seconds: number): void {
    this.player?.setCrossfade(seconds);
  }

  /** Whether all tracks are brought to the same loudness (-16 LUFS) where theirs is known. */
  setLevelling(on: boolean): void {
    this.player?.setLevelling(on);
  }

  /** Ends the music in so many minutes, after this track, or (null) not at all. */
  sleepAfter(when: number | 'track' | null): void {
    if (this.sleepTimer !== null) clearTimeout(this.sleepTimer);
    this.sleepTimer = null;
    this.sleep = typeof when === 'number' ? { atMs: Date.now() + when * 60_000, minutes: when } : when;
    if (typeof when === 'number') this.sleepTimer = setTimeout(() => this.fallAsleep(), when * 60_000);
    this.player?.look();
  }

  // --- the queue ---

  choose(tracks: readonly Track[]): void {
    this.change(rechoose(this.queue, tracks));
  }

  /** Puts a track next; `now` plays it at once. */
  pick(track: Track, now: boolean, atSeconds?: number): void {
    this.change(pick(this.queue, track));
    if (now) this.jump(track, atSeconds);
  }

  /** Puts tracks next, in their order; `now` plays the first that plays here at once. */
  pickAll(tracks: readonly Track[], now: boolean): void {
    this.change(tracks.reduce(pick, this.queue));
    const first = tracks.find((t) => t.playable);
    if (now && first) this.jump(first);
  }

  /** Moves a track to a place among those that come next; 0 is next. */
  move(id: string, place: number): void {
    this.edit(edits.move(this.queue, id, place));
  }

  /** Moves a track by so many places. */
  moveBy(id: string, places: number): void {
    this.edit(edits.moveBy(this.queue, id, places));
  }

  /** Takes a track out; when it plays, the next one goes on. */
  remove(id: string): void {
    if (id === this.current?.id) {
      if (this.hasNext) this.next();
      else this.stop();
    }
    this.edit(edits.remove(this.queue, id));
  }

  /** Takes out all that comes next. */
  clear(): void {
    this.edit(edits.clear(this.queue));
  }

  /** Holds a track in its place whatever is chosen anew, or lets it go. */
  keep(id: string, on: boolean): void {
    this.change(keep(this.queue, id, on));
  }

  isKept(id: string): boolean {
    return isOwn(this.queue, id);
  }

  /** Takes the last edit back. */
  undo(): void {
    const edit = this.lastEdit;
    this.lastEdit = null;
    if (edit) this.change(edits.undo(this.queue, edit));
  }

  /** The edit can no longer be taken back. */
  forgetEdit(): void {
    this.lastEdit = null;
  }

  /** Forgets what a person did with the queue, and what was heard; the tracks stay until others are chosen. */
  forgetHands(): void {
    this.lastEdit = null;
    this.queue = { ...this.queue, picked: [], kept: [], removed: [], heard: [] };
  }

  // --- from one visit to the next ---

  snapshot(course: Course): PlaybackSnapshot {
    return { version: 1, queue: this.queue, positionSeconds: this.positionSeconds, ...course };
  }

  /** Puts everything where an earlier visit left it, paused. Nothing is loaded before somebody presses play. */
  restore({ queue, positionSeconds }: PlaybackSnapshot): void {
    if (this.current) return;
    this.queue = queue;
    const current = currentOf(queue);
    if (!current) return;
    this.waitingAt = positionSeconds;
    this.positionSeconds = positionSeconds;
    this.durationSeconds = current.durationSeconds;
    this.state = 'paused';
  }

  private edit({ queue, undo }: edits.Edit): void {
    if (!undo) return;
    this.lastEdit = undo;
    this.change(queue);
  }

  /** What comes next may be another one now. */
  private change(queue: PlayQueue): void {
    this.queue = queue;
    this.player?.look();
  }

  private go(track: Track | null, atSeconds = 0): void {
    if (!track?.playable) return;
    this.waitingAt = null;
    this.ended = false;
    this.queue = moveTo(this.queue, track.id);
    void this.player?.start(track, true, atSeconds);
    // As it stands in the queue: what a person picked was chosen for nothing.
    this.events.onPlay(this.current ?? track, 'started', atSeconds);
  }

  private skipped(): void {
    if (this.current && this.waitingAt === null) this.events.onPlay(this.current, 'skipped', this.positionSeconds);
  }

  private fallAsleep(): void {
    this.sleepTimer = null;
    this.sleep = null;
    this.player?.fadeOut(sleepFadeSeconds);
  }

  /** True when the music was to end with this track. */
  private fallsAsleep(): boolean {
    if (this.sleep !== 'track') return false;
    this.sleep = null;
    return true;
  }
}
