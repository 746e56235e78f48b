import type { Track } from '../api/types/tracks';

/** What of an <audio> element is used here. */
export type AudioLike = Pick<
  HTMLAudioElement,
  'src' | 'currentTime' | 'duration' | 'paused' | 'volume' | 'play' | 'pause' | 'load' | 'addEventListener'
> & { removeAttribute(name: string): void };

const heard = ['playing', 'waiting', 'pause', 'timeupdate', 'durationchange', 'seeked', 'ended', 'error'] as const;

export type DeckEvent = (typeof heard)[number];

/** One audio element and the track in it. Elements are reused for ever, so nothing piles up. */
export class AudioDeck {
  track: Track | null = null;
  /** Whether the element gave this track up. */
  failed = false;

  /**
   * @param number Which of the decks this is, from 0.
   * @param onEvent Told what the element says about its track.
   */
  constructor(
    readonly number: number,
    readonly audio: AudioLike,
    onEvent: (deck: AudioDeck, event: DeckEvent) => void,
  ) {
    for (const event of heard) {
      audio.addEventListener(event, () => {
        if (!this.track) return;
        if (event === 'error') this.failed = true;
        onEvent(this, event);
      });
    }
  }

  /** Length of the track: the file's own, or what the catalogue says until that is known; in seconds. */
  get durationSeconds(): number | null {
    return Number.isFinite(this.audio.duration) ? this.audio.duration : (this.track?.durationSeconds ?? null);
  }

  /** Seconds until the end; infinite while the file's length is not known. */
  get leftSeconds(): number {
    return Number.isFinite(this.audio.duration)
      ? this.audio.duration - this.audio.currentTime
      : Number.POSITIVE_INFINITY;
  }

  holds(track: Track): boolean {
    return this.track?.id === track.id && !this.failed;
  }

  load(track: Track, atSeconds = 0): void {
    this.track = track;
    this.failed = false;
    this.audio.src = track.streamUrl ?? '';
    if (atSeconds > 0) this.audio.currentTime = atSeconds;
  }

  /** Takes the track out, and with it what the browser keeps of the file. */
  empty(): void {
    if (!this.track) return;
    this.track = null;
    this.audio.pause();
    this.audio.removeAttribute('src');
    this.audio.load();
  }
}
