import type { Track } from '../api/types/tracks';
import { AudioDeck, type AudioLike, type DeckEvent } from './audioDeck';
import { gainOf, levellingDb, linearOf } from './loudness';
import type { Sound } from './sound';
import { crossfadeFor, preloadSeconds } from './transition';

export type PlayerState = 'empty' | 'paused' | 'loading' | 'playing' | 'blocked';

export interface PlayerEvents {
  onState(state: PlayerState): void;
  onTime(positionSeconds: number, durationSeconds: number | null): void;
  /** A track ended, and nothing was ready to follow it. */
  onEnded(track: Track): void;
  /** A track gave way to the next, which plays. */
  onPassed(from: Track, to: Track, positionSeconds: number): void;
  onBroken(track: Track): void;
  /** What would follow now, or null. Asked whenever it matters, so it may change until the last moment. */
  next(): Track | null;
}

/** The change of a track by a key is softened by so much, in seconds. */
const softSeconds = 0.06;
/** A pause is faded over this, which the sound system's delay leaves time for. */
const pauseSeconds = 0.04;
/** The element tells its time four times a second; what is due before the next time is set on a timer. */
const armSeconds = 0.6;
/** Without a sound system: from `play()` to the first sample, about. */
const plainLeadSeconds = 0.02;
/** Paused for so long, the sound device may rest. */
const restAfterMs = 30_000;

/**
 * Plays one track at a time on two audio elements that take turns: while one plays, the other gets the next track
 * ready. What comes next is asked, not decided, here.
 */
export class Player {
  private readonly decks: readonly AudioDeck[];
  private active: AudioDeck;
  private state: PlayerState = 'empty';
  private sound: Sound | null = null;
  private volume = 1;
  private crossfadeSeconds = 0;
  private levelling = true;
  /** The deck that still sounds while the next one plays already. */
  private leaving: AudioDeck | null = null;
  private leaveTimer: ReturnType<typeof setTimeout> | null = null;
  private dueTimer: ReturnType<typeof setTimeout> | null = null;
  private fadeTimer: ReturnType<typeof setTimeout> | null = null;
  private restTimer: ReturnType<typeof setTimeout> | null = null;

  /** @param audios One or two elements; with one, a track starts when the one before has ended. */
  constructor(
    audios: readonly [AudioLike, ...AudioLike[]],
    private readonly events: PlayerEvents,
  ) {
    this.decks = audios.map((audio, i) => new AudioDeck(i, audio, (deck, event) => this.hear(deck, event)));
    this.active = this.decks[0] as AudioDeck;
  }

  get track(): Track | null {
    return this.active.track;
  }

  /** The number of the deck that plays. */
  get deckNumber(): number {
    return this.active.number;
  }

  get positionSeconds(): number {
    return this.active.audio.currentTime;
  }

  get durationSeconds(): number | null {
    return this.active.durationSeconds;
  }

  /** Lets the decks sound through a sound system from now on. */
  connect(sound: Sound): void {
    this.sound = sound;
    sound.onChange = () => void this.soundChanged();
    this.applyGains();
    if (this.state === 'empty' || this.state === 'paused') this.rest();
  }

  /** Loads a track and, unless told not to, plays it. */
  async start(track: Track, andPlay = true, atSeconds = 0): Promise<void> {
    if (!track.streamUrl) return;
    this.calm();
    if (this.active.track && this.active.track.id !== track.id && this.decks.length > 1) this.turnOver(softSeconds);
    const deck = this.active;
    if (!deck.holds(track) || !deck.audio.paused || deck.audio.currentTime !== atSeconds) deck.load(track, atSeconds);
    this.sound?.reset(deck.number);
    this.sound?.fade(deck.number, 1, 0);
    this.applyGains();
    this.tell();
    if (andPlay) await this.play();
    else this.become('paused');
  }

  async play(): Promise<void> {
    const { active } = this;
    if (!active.track) return;
    this.calm();
    this.become('loading');
    // Not waited for: some browsers only let an element play within the gesture itself.
    void this.sound?.wake().catch(() => undefined);
    this.sound?.fade(active.number, 1, 0);
    await this.run(active);
  }

  pause(): void {
    this.calm();
    this.sound?.fade(this.active.number, 0, pauseSeconds);
    this.active.audio.pause();
    if (this.state === 'loading') this.become('paused');
  }

  seek(seconds: number): void {
    if (!this.track) return;
    this.calm();
    this.active.audio.currentTime = Math.min(Math.max(0, seconds), this.durationSeconds ?? seconds);
    this.look();
  }

  /** Sets the loudness from a slider position in [0, 1]. */
  setVolume(position: number): void {
    this.volume = gainOf(position);
    this.applyGains();
  }

  /** How long tracks fade into each other, in seconds; 0 is gapless. */
  setCrossfade(seconds: number): void {
    this.crossfadeSeconds = seconds;
    this.look();
  }

  /** Whether all tracks are brought to the same loudness. */
  setLevelling(on: boolean): void {
    this.levelling = on;
    this.applyGains();
  }

  /** Fades what plays down, then pauses it; needs the sound system to fade. */
  fadeOut(seconds: number): void {
    if (this.state !== 'playing' || !this.sound) return this.pause();
    this.calm();
    this.sound.fade(this.active.number, 0, seconds);
    this.fadeTimer = setTimeout(() => this.pause(), seconds * 1000);
  }

  /** Something about what comes next may have changed. */
  look(): void {
    this.disarm();
    const { active, idle } = this;
    const { track, leftSeconds } = active;
    if (!track || !idle || this.fadeTimer !== null || this.state !== 'playing' || leftSeconds > preloadSeconds) return;
    const next = this.events.next();
    if (!next?.streamUrl || next.id === track.id) return;
    if (!idle.holds(next) && !this.isLeavingOrGivenUp(idle, next)) idle.load(next);
    // One that cannot be had in time starts, or is told to be broken, when this one has ended.
    if (!idle.holds(next)) return;
    const due = leftSeconds - this.overlapSeconds(track, next);
    if (due < armSeconds) this.dueTimer = setTimeout(() => this.pass(next), Math.max(0, due * 1000));
  }

  stop(): void {
    this.calm();
    for (const deck of this.decks) deck.empty();
    this.become('empty');
    this.tell();
  }

  private get idle(): AudioDeck | null {
    return this.decks.find((deck) => deck !== this.active) ?? null;
  }

  private isLeavingOrGivenUp(deck: AudioDeck, track: Track): boolean {
    return deck === this.leaving || (deck.failed && deck.track?.id === track.id);
  }

  /** How long before the end of one the next is told to play. */
  private overlapSeconds(track: Track, next: Track): number {
    const fade = this.fadeSeconds(track, next);
    return fade > 0 ? fade : (this.sound?.leadSeconds(this.active.number) ?? plainLeadSeconds);
  }

  private fadeSeconds(track: Track, next: Track): number {
    return this.sound ? crossfadeFor(track, next, this.crossfadeSeconds, this.durationSeconds ?? 0) : 0;
  }

  /** The end is near: the next track plays, and this one goes on until it is over. */
  private pass(next: Track): void {
    const { active: from, idle: to } = this;
    const { track } = from;
    if (!track || !to || this.state !== 'playing') return;
    // What comes next may have changed, or the music may have stalled, since this was set.
    const due = from.leftSeconds - this.overlapSeconds(track, next);
    if (this.events.next()?.id !== next.id || !to.holds(next) || due > 0.03) return this.look();
    const position = this.positionSeconds;
    const fade = this.fadeSeconds(track, next);
    const left = Math.max(0, from.leftSeconds);
    if (fade > 0) {
      this.sound?.reset(to.number);
      this.sound?.fade(to.number, 0, 0);
      this.sound?.fade(to.number, 1, fade);
      this.sound?.fade(from.number, 0, fade);
    } else {
      this.sound?.fade(to.number, 1, 0);
      this.sound?.join(from.number, to.number, left);
    }
    this.active = to;
    this.leave(from, (fade > 0 ? fade : left) + 0.5);
    this.applyGains();
    this.events.onPassed(track, next, position);
    this.tell();
    void this.run(to);
  }

  /** The other deck takes over; this one fades quickly. */
  private turnOver(seconds: number): void {
    const { active, idle } = this;
    if (!idle) return;
    this.active = idle;
    if (active.audio.paused || !this.sound) active.empty();
    else {
      this.sound.fade(active.number, 0, seconds);
      this.leave(active, seconds);
    }
  }

  private leave(deck: AudioDeck, seconds: number): void {
    this.leaving = deck;
    this.leaveTimer = setTimeout(() => this.settle(), seconds * 1000);
  }

  /** What still sounds of the track before is over. */
  private settle(): void {
    if (this.leaveTimer !== null) clearTimeout(this.leaveTimer);
    this.leaveTimer = null;
    if (!this.leaving) return;
    this.sound?.fade(this.active.number, 1, softSeconds);
    this.leaving.empty();
    this.leaving = null;
  }

  /** Whatever was under way ends: a change of tracks, a fade, a timer. */
  private calm(): void {
    this.disarm();
    this.settle();
    if (this.fadeTimer !== null) clearTimeout(this.fadeTimer);
    this.fadeTimer = null;
  }

  private disarm(): void {
    if (this.dueTimer !== null) clearTimeout(this.dueTimer);
    this.dueTimer = null;
  }

  private async run(deck: AudioDeck): Promise<void> {
    const { track } = deck;
    try {
      await deck.audio.play();
    } catch (error) {
      if (deck !== this.active || track !== deck.track) return;
      // Without a gesture browsers refuse to make a sound; an AbortError only means that something else came first.
      // A file that cannot be played also raises the element's error event, which is where that is handled.
      if (error instanceof Error && error.name === 'NotAllowedError') this.become('blocked');
    }
  }

  private hear(deck: AudioDeck, event: DeckEvent): void {
    if (deck !== this.active || !deck.track) return;
    if (event === 'playing') this.become('playing');
    else if (event === 'waiting') this.become('loading');
    else if (event === 'pause') this.become('paused');
    else if (event === 'ended') this.ended(deck.track);
    else if (event === 'error') {
      this.become('paused');
      this.events.onBroken(deck.track);
    } else this.tell();
    if (event === 'timeupdate' || event === 'playing') this.look();
  }

  private ended(track: Track): void {
    this.disarm();
    this.events.onEnded(track);
  }

  /** A call, another program or a lost device can silence the page: it is taken back once, then said. */
  private async soundChanged(): Promise<void> {
    if (this.state !== 'playing' || !this.sound || this.sound.running) return;
    await Promise.race([this.sound.wake().catch(() => undefined), new Promise((done) => setTimeout(done, 1000))]);
    if (this.sound.running || this.state !== 'playing') return;
    this.active.audio.pause();
    this.become('blocked');
  }

  private applyGains(): void {
    this.sound?.setVolume(this.volume);
    for (const { number, track, audio } of this.decks) {
      const level = this.levelling && track ? linearOf(levellingDb(track)) : 1;
      this.sound?.setLevel(number, level);
      audio.volume = this.sound ? 1 : Math.min(1, this.volume * level);
    }
  }

  private rest(): void {
    if (this.restTimer !== null) clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.sound?.rest(), restAfterMs);
  }

  private become(state: PlayerState): void {
    if (state === this.state) return;
    this.state = state;
    if (state === 'paused' || state === 'empty') this.rest();
    else if (this.restTimer !== null) clearTimeout(this.restTimer);
    this.events.onState(state);
  }

  private tell(): void {
    this.events.onTime(this.track ? this.positionSeconds : 0, this.track ? this.durationSeconds : null);
  }
}
