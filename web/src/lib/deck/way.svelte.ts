import type { Vad } from '../api/types/mood';
import type { RecommendationRequest } from '../api/types/recommendations';
import type { PlayEvent } from '../api/types/tracks';
import type { WayLeft } from '../player/course';
import type { Settings } from '../settings/settings';

/** From this share of a song on it counts as heard, even when it was skipped. */
const heardFrom = 0.5;

/** The way of a strategy that leads somewhere: where it began, and how many of its songs were heard. */
export class Way {
  /** The mood it starts from; null before one was asked for. */
  from = $state.raw<Vad | null>(null);
  private heard = $state(0);
  private plays = $state(false);
  /** How many were heard when it started from there. */
  private before = $state(0);

  constructor(private readonly settings: Pick<Settings, 'strategy' | 'wayLength'>) {}

  /** Whether the strategy leads anywhere; the others stay at the mood. */
  get leads(): boolean {
    return /lift|calm|energise/.test(this.settings.strategy);
  }

  /** How many of its songs are behind the listener, with the one that plays. */
  get done(): number {
    return Math.min(this.settings.wayLength, this.heard + +this.plays);
  }

  /** Another strategy, target, length or listener: it begins anew. What plays is not of it. */
  begin(): void {
    this.from = null;
    this.heard = this.before = 0;
    this.plays = false;
  }

  /** What a visit leaves for the next one. The song that plays is not behind the listener yet. */
  get left(): WayLeft {
    return { from: this.from, heard: this.heard, before: this.before };
  }

  resume({ from, heard, before }: WayLeft): void {
    this.from = from;
    this.heard = heard;
    this.before = Math.min(before, heard);
  }

  /** The mood went elsewhere: what is left of the way starts there, and arrives when it was to arrive. */
  meet(mood: Vad): void {
    // With one song left there is nothing to walk.
    if (this.settings.wayLength - this.done < 2) return;
    this.from = mood;
    this.before = this.done;
  }

  /** @param isStep Whether the song was chosen for the way; what a radio brings or a person picks is none of its steps. */
  note(event: PlayEvent, share: number, isStep = true): void {
    if (this.plays && (event === 'finished' || (event === 'skipped' && share >= heardFrom))) this.heard++;
    this.plays = event === 'started' && isStep;
  }

  /** The part of it that is still before the listener, or was when it last started: so many songs, so many behind them. */
  get rest(): { length: number; done: number } {
    const { before, done, settings } = this;
    return { length: settings.wayLength - before, done: done - before };
  }

  /** What is to be asked for on the way, which starts at this mood unless it began before. */
  ask(mood: Vad): { start: Vad } & Pick<RecommendationRequest, 'length' | 'done'> {
    return { start: (this.from ??= mood), ...this.rest };
  }
}
