import { SvelteMap } from 'svelte/reactivity';
import type { TasteStart, Verdict } from '../api/types/taste';
import type { Track } from '../api/types/tracks';
import type { Deck } from '../deck/deck.svelte';
import type { AudioLike } from '../player/audioDeck';

/** So long is listened to a song, from this share of it on: past where most begin softly. */
const seconds = 20;
const from = 0.3;

type Favourites = Pick<TasteStart, 'artists' | 'languages'>;

/** Five songs to begin with: each heard for a moment, and judged. */
export class Tasting {
  tracks = $state.raw<Track[] | null>(null);
  problem = $state('');
  /** The verdicts were taken. */
  told = $state(false);
  /** What is heard now. */
  playing = $state<string | null>(null);
  readonly verdicts = new SvelteMap<string, Verdict>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** What was on rests meanwhile. */
  private hushed = false;

  constructor(
    private readonly deck: Pick<Deck, 'api' | 'playback' | 'settings' | 'taste'>,
    private readonly sentence: (error: unknown) => string,
    private readonly audio: AudioLike = new Audio(),
  ) {
    for (const event of ['ended', 'error']) audio.addEventListener(event, () => this.stop());
  }

  async begin(listener: string, favourites: Favourites): Promise<void> {
    this.problem = '';
    try {
      this.tracks = await this.deck.api.tasting(listener, favourites);
    } catch (error) {
      this.problem = this.sentence(error);
    }
  }

  /** Plays a song for a moment while what was on rests; the song that is heard is stopped. */
  listen({ id, streamUrl, durationSeconds }: Track): void {
    if (this.playing === id || streamUrl === null) return this.stop();
    const { audio, deck } = this;
    this.quieten();
    this.hushed ||= deck.playback.isOn;
    deck.playback.pause();
    audio.volume = deck.settings.volume;
    // Browsers seek there as soon as they know the length.
    audio.src = `${streamUrl}#t=${Math.round(from * (durationSeconds ?? 0))}`;
    this.playing = id;
    this.timer = setTimeout(() => this.stop(), seconds * 1000);
    audio.play().catch(() => this.stop());
  }

  /** Stops what is heard; what rested for it goes on, unless somebody did something else with it. */
  stop(): void {
    this.quieten();
    const { playback } = this.deck;
    if (this.hushed && playback.state === 'paused') playback.play();
    this.hushed = false;
  }

  private quieten(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.playing = null;
    this.audio.pause();
  }

  /** Tells what was said, with what was chosen beside it. */
  async tell({ artists, languages }: Favourites): Promise<void> {
    this.stop();
    const verdicts = [...this.verdicts].map(([trackId, verdict]) => ({ trackId, verdict }));
    const { taste } = this.deck;
    this.told = await taste.start({ artists: [...artists], languages: [...languages], verdicts });
    this.problem = taste.problem;
  }
}
