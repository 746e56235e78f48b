import type { Track } from '../api/types';
import { gainOf } from './loudness';

export type PlayerState = 'empty' | 'paused' | 'loading' | 'playing' | 'blocked';

export interface PlayerEvents {
  onState(state: PlayerState): void;
  onTime(positionSeconds: number, durationSeconds: number | null): void;
  onEnded(track: Track): void;
  onBroken(track: Track): void;
}

/** What of an <audio> element is used here. */
export type AudioLike = Pick<
  HTMLAudioElement,
  'src' | 'currentTime' | 'duration' | 'paused' | 'volume' | 'play' | 'pause' | 'load' | 'addEventListener'
> & { removeAttribute(name: string): void };

/** Plays one track at a time on an audio element. What comes next is not its business. */
export class Player {
  track: Track | null = null;
  private state: PlayerState = 'empty';

  constructor(
    private readonly audio: AudioLike,
    private readonly events: PlayerEvents,
  ) {
    audio.addEventListener('playing', () => this.become('playing'));
    audio.addEventListener('waiting', () => this.become('loading'));
    audio.addEventListener('pause', () => this.become(this.track ? 'paused' : 'empty'));
    audio.addEventListener('timeupdate', () => this.tell());
    audio.addEventListener('durationchange', () => this.tell());
    audio.addEventListener('seeked', () => this.tell());
    audio.addEventListener('ended', () => this.track && events.onEnded(this.track));
    audio.addEventListener('error', () => this.track && this.broke(this.track));
  }

  get positionSeconds(): number {
    return this.audio.currentTime;
  }

  /** Length of what plays: the file's own, or what the catalogue says until that is known. */
  get durationSeconds(): number | null {
    return Number.isFinite(this.audio.duration) ? this.audio.duration : (this.track?.durationSeconds ?? null);
  }

  /** Loads a track and, unless told not to, plays it. */
  async start(track: Track, andPlay = true): Promise<void> {
    if (!track.streamUrl) return;
    this.track = track;
    this.audio.src = track.streamUrl;
    this.tell();
    if (andPlay) await this.play();
    else this.become('paused');
  }

  async play(): Promise<void> {
    const track = this.track;
    if (!track) return;
    this.become('loading');
    try {
      await this.audio.play();
    } catch (error) {
      if (track !== this.track) return;
      // Without a gesture browsers refuse to make a sound; an AbortError only means that something else came first.
      // A file that cannot be played also raises the element's error event, which is where that is handled.
      if (error instanceof Error && error.name === 'NotAllowedError') this.become('blocked');
    }
  }

  pause(): void {
    this.audio.pause();
    if (this.state === 'loading') this.become('paused');
  }

  seek(seconds: number): void {
    if (!this.track) return;
    this.audio.currentTime = Math.min(Math.max(0, seconds), this.durationSeconds ?? seconds);
  }

  /** Sets the loudness from a slider position in [0, 1]. */
  setVolume(position: number): void {
    this.audio.volume = gainOf(position);
  }

  stop(): void {
    this.track = null;
    this.audio.pause();
    this.audio.removeAttribute('src');
    this.audio.load();
    this.become('empty');
    this.tell();
  }

  private broke(track: Track): void {
    this.become('paused');
    this.events.onBroken(track);
  }

  private become(state: PlayerState): void {
    if (state === this.state) return;
    this.state = state;
    this.events.onState(state);
  }

  private tell(): void {
    this.events.onTime(this.track ? this.audio.currentTime : 0, this.track ? this.durationSeconds : null);
  }
}
