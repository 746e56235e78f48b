import type { PlayEvent, Track } from '../api/types';
import { Player, type AudioLike, type PlayerState } from '../player/player';
import {
  currentOf,
  emptyQueue,
  moveTo,
  nextPlayable,
  pick,
  previousPlayable,
  rechoose,
  type PlayQueue,
} from '../queue/playQueue';

export interface PlaybackEvents {
  /** Something happened that a history would keep. */
  onPlay(track: Track, event: PlayEvent, positionSeconds: number): void;
  /** The queue has nothing more that plays here. */
  onRunOut(): void;
  /** A track could not be played. */
  onBroken(track: Track): void;
}

/** Later than this, `previous` starts the track again instead of going back. */
const restartAfterSeconds = 3;

/** The queue and the transport: what plays, what comes next, and the keys in between. */
export class Playback {
  queue = $state.raw<PlayQueue>(emptyQueue);
  state = $state<PlayerState>('empty');
  positionSeconds = $state(0);
  durationSeconds = $state<number | null>(null);
  current: Track | null = $derived(currentOf(this.queue));
  hasNext = $derived(nextPlayable(this.queue) !== null);
  playableCount = $derived(this.queue.items.filter((t) => t.playable).length);

  private player: Player | null = null;

  constructor(private readonly events: PlaybackEvents) {}

  /** Takes the page's audio element over. */
  attach(audio: AudioLike, volume: number): void {
    const { events } = this;
    this.player = new Player(audio, {
      onState: (state) => (this.state = state),
      onTime: (position, duration) => {
        this.positionSeconds = position;
        this.durationSeconds = duration;
      },
      onEnded: (track) => {
        events.onPlay(track, 'finished', this.positionSeconds);
        this.advance();
      },
      onBroken: (track) => events.onBroken(track),
    });
    this.player.setVolume(volume);
  }

  choose(tracks: readonly Track[]): void {
    this.queue = rechoose(this.queue, tracks);
  }

  /** Starts the first that plays here, unless something is on already. */
  begin(): void {
    if (!this.current) this.go(nextPlayable(this.queue));
  }

  toggle(): void {
    if (!this.current) this.begin();
    else if (this.state === 'playing' || this.state === 'loading') this.player?.pause();
    else void this.player?.play();
  }

  play(): void {
    if (!this.current) this.begin();
    else void this.player?.play();
  }

  pause(): void {
    this.player?.pause();
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

  /** Plays a track of the queue now. */
  jump(track: Track): void {
    if (track.id === this.current?.id) return this.play();
    this.skipped();
    this.go(track);
  }

  /** Puts a track next; `now` plays it at once. */
  pick(track: Track, now: boolean): void {
    this.queue = pick(this.queue, track);
    if (now) this.jump(track);
  }

  /** Goes on to the next that plays here, or says that there is none. */
  advance(): void {
    const next = nextPlayable(this.queue);
    if (next) this.go(next);
    else this.events.onRunOut();
  }

  /** Loads the current track again where it stopped, after the server was gone. */
  async resume(): Promise<void> {
    const at = this.positionSeconds;
    if (!this.current || !this.player) return;
    await this.player.start(this.current);
    this.player.seek(at);
  }

  seek(seconds: number): void {
    this.player?.seek(seconds);
  }

  setVolume(volume: number): void {
    this.player?.setVolume(volume);
  }

  private go(track: Track | null): void {
    if (!track?.playable) return;
    this.queue = moveTo(this.queue, track.id);
    void this.player?.start(track);
    this.events.onPlay(track, 'started', 0);
  }

  private skipped(): void {
    if (this.current) this.events.onPlay(this.current, 'skipped', this.positionSeconds);
  }
}
