import type { Estimate } from '../api/types/live';
import { FollowPolicy } from '../mood/followPolicy';
import { RestingHand } from '../queue/restingHand';
import type { Settings } from '../settings/settings';
import { rest, type Choosing } from './choosing.svelte';
import type { MoodNow } from './moodNow.svelte';
import type { Playback } from './playback.svelte';

/** A hand that turns the dial or ticks filters is waited for this long. */
const handPauseMs = 250;
/** What was learnt changes what follows soon, but not under the hand that taught it. */
const learntPauseMs = 700;

/** Says when a new queue is chosen and for which mood: the held dial's, or else the one that counts now. */
export class Steering {
  private readonly follow = new FollowPolicy();
  private readonly hand = new RestingHand();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly mood: MoodNow,
    private readonly choosing: Choosing,
    private readonly playback: Playback,
    private readonly now: () => number,
    /** A hand asked for another mood while a song plays, which is never broken off. */
    private readonly onLater: () => void = () => undefined,
  ) {}

  /** A face showed this; the queue follows once that is worth it and no hand is busy in the queue. */
  see(estimate: Estimate): void {
    // Holding, and with a radio on, the queue is there already; it only has to begin.
    if (this.settings.strategy === 'hold' || this.choosing.radio) return this.playback.begin();
    const now = this.now();
    this.follow.see(estimate, now);
    if (!this.follow.due(now) || this.hand.busy(now)) return;
    this.follow.chose(estimate, now);
    this.choosing.way.meet(estimate);
    void this.choose(true);
  }

  /** The next face is a new one, and gets its queue quickly. */
  startOver(): void {
    this.follow.reset();
    this.choosing.way.begin();
  }

  /** Someone is busy in the queue. */
  touch(by: 'pointer' | 'keys'): void {
    this.hand.touched(by, this.now());
  }

  /** Chooses once the hand rests. */
  chooseSoon(andBegin: boolean): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.chooseNow(andBegin), handPauseMs);
  }

  /** Something was learnt of who listens: what follows is chosen anew once no hand is busy in the queue. */
  learnt(): void {
    if (!this.choosing.answer) return;
    // Whatever is about to be chosen is chosen with it.
    this.timer ??= setTimeout(() => {
      this.timer = null;
      // A choice on its way may be what the music waits for.
      if (this.hand.busy(this.now()) || this.choosing.busy) this.learnt();
      else void this.choose(false);
    }, learntPauseMs);
  }

  private async chooseNow(andBegin: boolean): Promise<void> {
    this.timer = null;
    const plays = this.playback.isOn;
    if ((await this.choose(andBegin)) && andBegin && plays) this.onLater();
  }

  /** Chooses a new queue and, if asked to, begins it unless something is on; true when there is one. */
  async choose(andBegin: boolean, hereOnly = false, resting = rest): Promise<boolean> {
    const held = this.settings.strategy === 'hold' ? this.mood.hand : null;
    const { heard, currentId } = this.playback.queue;
    const behind = currentId ? [...heard, currentId] : heard;
    const answer = await this.choosing.ask(held ?? this.mood.mood, behind, hereOnly, resting);
    if (!answer) return false;
    this.playback.choose(answer.tracks);
    if (andBegin) this.playback.begin();
    return true;
  }

  /**
   * The queue ran out: a new one goes on where it ended. What fits the mood may all be songs that only open on the
   * web; then the nearest that play here go on, where they are few all but the last. False when there is none.
   */
  async goOn(): Promise<boolean> {
    for (const [hereOnly, resting] of [[false], [true], [true, 1]] as const) {
      const { radio } = this.choosing;
      const chosen = await this.choose(false, hereOnly, resting);
      // A radio whose seed is gone ends; the music does not.
      if (!chosen && !(radio && !this.choosing.radio && (await this.choose(false, hereOnly, resting)))) return false;
      if (!this.playback.hasNext) continue;
      this.playback.advance();
      return true;
    }
    return false;
  }
}
