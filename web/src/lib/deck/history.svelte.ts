import type { ApiClient } from '../api/client';
import type { Listener } from '../api/types/listeners';
import type { MoodPoint, PlayEvent, Track } from '../api/types/tracks';
import type { Household } from '../listeners/household.svelte';

/** What is kept of who listens: only while they say so. */
export class History {
  /** Who began the track that is on. */
  private beganFor: string | null = null;
  /** What a camera saw when it began. */
  private sawBefore: MoodPoint | null = null;

  constructor(
    private readonly household: Household,
    private readonly api: ApiClient,
    private readonly onError: (error: unknown) => void,
    /** Whether what they do teaches, and what a camera sees of them now. */
    private readonly learns: () => boolean = () => false,
    private readonly sees: () => MoodPoint | null = () => null,
  ) {}

  get listener(): Listener | null {
    return this.household.current;
  }

  get keeps(): boolean {
    return this.listener?.keepHistory ?? false;
  }

  keep(on: boolean): Promise<void> {
    return this.household.keep(on);
  }

  /**
   * Tells what happened to a track; true when something was learnt from it. How it ended is nobody's when somebody else
   * had begun it. What a camera saw is told only to learn from.
   */
  async note({ id, chosenFor }: Track, event: PlayEvent, positionSeconds: number): Promise<boolean> {
    const listener = this.listener;
    const learns = this.learns();
    const [moodBefore, moodAfter] = [this.sawBefore, this.sees()];
    if (event === 'started') {
      this.beganFor = listener?.id ?? null;
      this.sawBefore = moodAfter;
    }
    if (!listener || !(listener.keepHistory || learns) || this.beganFor !== listener.id) return false;
    const ended = event !== 'started';
    try {
      await this.api.played(listener.id, {
        trackId: id,
        event,
        positionSeconds,
        ...(learns && chosenFor ? { chosenFor } : {}),
        ...(learns && ended && moodBefore && moodAfter ? { moodBefore, moodAfter } : {}),
      });
      return learns && ended;
    } catch (error) {
      this.onError(error);
      return false;
    }
  }
}
