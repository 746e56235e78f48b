import type { NamedMood, Strategy, Vad } from '../api/types/mood';
import type { PlanePoint } from '../dial/geometry';
import type { Track } from '../api/types/tracks';
import type { Settings } from '../settings/settings';
import type { Radio } from '../player/course';
import type { FilterKind } from './choosing.svelte';
import type { Deck } from './deck.svelte';

type Around = Pick<
  Deck,
  | 'settings'
  | 'save'
  | 'mood'
  | 'camera'
  | 'eye'
  | 'choosing'
  | 'steering'
  | 'playback'
  | 'acts'
  | 'teller'
  | 'said'
  | 'text'
>;

/** What hands and keys ask for: a place on the dial, a strategy, filters, how loud. */
export class Controls {
  /** What the preset keys choose by. */
  bank = $state<FilterKind>('languages');

  /** Where the dial's target stands: at the hand while holding, else where the queue is going. */
  target: Vad | null = $derived.by(() =>
    this.deck.settings.strategy === 'hold' ? this.deck.mood.hand : (this.deck.choosing.answer?.target ?? null),
  );

  /** Where the hand would take hold of the dial: the held target, else the mood itself. */
  handle: PlanePoint = $derived.by(() => {
    const { settings, mood } = this.deck;
    if (settings.strategy === 'hold' && mood.hand) return mood.hand;
    return mood.mood ?? { valence: 0, arousal: 0 };
  });

  constructor(private readonly deck: Around) {}

  /** The hand on the dial. While a camera is on, its face still shows, and the queue stays where the hand is. */
  turnDial(point: PlanePoint & { dominance?: number }, name?: string): void {
    const { settings, mood, camera, eye, teller } = this.deck;
    const faceShows = camera.camera === 'on';
    eye.forgetAdvice();
    mood.setHand(point, !faceShows, name);
    settings.hand = mood.hand;
    if (!faceShows && mood.mood) teller.see(mood.mood, 'hand');
    if (faceShows && settings.strategy !== 'hold') {
      settings.strategy = 'hold';
      this.sayHeld();
    }
    this.beginWay(true);
  }

  chooseMood(mood: NamedMood): void {
    this.turnDial(mood, mood.name);
  }

  chooseStrategy(strategy: Strategy): void {
    const { settings, mood } = this.deck;
    settings.strategy = strategy;
    if (strategy === 'hold' && mood.mood) mood.setHand(mood.mood, false);
    settings.hand = mood.hand;
    this.beginWay(false);
  }

  /** In how many songs lift, calm and energise arrive. */
  setLength(songs: Settings['wayLength']): void {
    this.deck.settings.wayLength = songs;
    this.beginWay(false);
  }

  /** From now on the hand says how one feels. */
  holdAtDial(): void {
    this.chooseStrategy('hold');
    this.sayHeld();
  }

  filter(kind: FilterKind, values: string[]): void {
    this.deck.settings[kind] = values;
    this.changed(false);
  }

  clearFilters(): void {
    Object.assign(this.deck.settings, { languages: [], artists: [], genres: [] });
    this.changed(false);
  }

  /**
   * Starts a radio, which lasts until a hand asks for something else.
   * @param track Plays first where it plays here.
   */
  async tune(radio: Radio, track?: Track): Promise<void> {
    const { choosing, steering, playback, acts } = this.deck;
    choosing.tune(radio);
    if (track?.playable) acts.playNow(track);
    if (!(await steering.choose(false)) || track?.playable) return;
    if (playback.current) playback.next();
    else playback.begin();
  }

  /** The queue follows the mood again. */
  endRadio(): void {
    this.changed(false);
  }

  setVolume(volume: number): void {
    this.deck.settings.volume = volume;
    this.deck.playback.setVolume(volume);
    this.deck.save();
  }

  private beginWay(andBegin: boolean): void {
    this.deck.choosing.way.begin();
    this.changed(andBegin);
  }

  private changed(andBegin: boolean): void {
    this.deck.save();
    this.deck.choosing.radio = null;
    this.deck.steering.chooseSoon(andBegin);
  }

  private sayHeld(): void {
    this.deck.said.say(this.deck.text.t('status.held'));
  }
}
