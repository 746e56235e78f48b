import type { ApiClient } from '../api/client';
import type { Listener, StoredCorrection, StoredNeutral } from '../api/types/listeners';
import type { LiveProblem, LiveText, RestProgress } from '../api/types/live';
import type { Emotion } from '../api/types/mood';
import { liveProblemOf } from '../i18n/remark';
import type { Text } from '../i18n/text.svelte';
import { shownWord } from './ownFaceText';

/** A correction can be taken back with one press for this long; later in the settings. */
const undoMs = 12_000;

export interface OwnFaceSurroundings {
  api: ApiClient;
  listener(): Listener | null;
  /** Says something over the live socket. */
  tell(text: LiveText): void;
  introduce(): void;
  say(said: string): void;
  text: Text;
  onError(error: unknown): void;
}

/** What MoodDeck is taught about the listener's face, and what it keeps of it. */
export class OwnFace {
  /** Whether the eight words lie open. */
  asking = $state(false);
  /** What was learned last, while it can be taken back with one press. */
  learned = $state.raw<{ id: number; label: Emotion } | null>(null);
  /** How the ten seconds go on; null when none run. */
  rest = $state.raw<RestProgress | null>(null);
  neutral = $state.raw<StoredNeutral[]>([]);
  corrections = $state.raw<StoredCorrection[]>([]);
  /** Whether the two lists are what is stored. */
  known = $state(false);

  private awaiting = false;
  private restHeard = false;
  private undoTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly around: OwnFaceSurroundings) {}

  /** "That's wrong": the face is held as it is now, however it looks while the words are read. */
  ask(): void {
    this.around.tell({ type: 'hold', on: true });
    this.asking = true;
  }

  dismiss(): void {
    if (this.asking) this.around.tell({ type: 'hold', on: false });
    this.asking = false;
  }

  correct(label: Emotion): void {
    this.asking = false;
    this.awaiting = true;
    this.around.tell({ type: 'correct', label });
  }

  heardLearned(learned: { id: number; label: Emotion }): void {
    this.awaiting = false;
    this.learned = learned;
    if (this.undoTimer !== null) clearTimeout(this.undoTimer);
    this.undoTimer = setTimeout(() => (this.learned = null), undoMs);
    this.around.say(this.around.text.t('face.learned', { word: shownWord(this.around.text, learned.label) }));
  }

  /** A problem is about what was asked and not answered yet; others are about frames. */
  heardProblem(problem: Pick<LiveProblem, 'code' | 'detail'>): void {
    const refused = this.rest !== null && !this.restHeard;
    if (!this.awaiting && !refused) return;
    this.awaiting = false;
    if (refused) this.rest = null;
    this.around.say(liveProblemOf(this.around.text, problem));
  }

  async takeBack(): Promise<void> {
    const { learned } = this;
    this.learned = null;
    if (!learned) return;
    await this.attempt(async (id) => {
      await this.around.api.eraseCorrection(id, learned.id);
      this.around.say(this.around.text.t('face.takenBack'));
    });
  }

  watchRest(): void {
    this.restHeard = false;
    this.rest = { state: 'watching', seconds: 0, of: 10, readings: 0, detail: null };
    this.around.tell({ type: 'neutral' });
  }

  /** Saying once more whose face it is ends the ten seconds on the other side. */
  stopRest(): void {
    this.rest = null;
    this.around.introduce();
  }

  heardRest(rest: RestProgress | null): void {
    if (this.rest === null) return;
    if (rest === null) {
      // Readings that no longer speak of it: the other side let it go.
      if (this.restHeard) this.rest = null;
      return;
    }
    this.restHeard = true;
    this.rest = rest.state === 'watching' ? rest : null;
    if (rest.state === 'stored') this.around.say(this.around.text.t('face.rest.stored'));
    if (rest.state === 'failed')
      this.around.say(liveProblemOf(this.around.text, rest) || this.around.text.t('face.rest.failed'));
  }

  /** Nothing is looked at any more: what began with it does not go on. */
  nothingSeen(): void {
    this.asking = false;
    this.awaiting = false;
    this.rest = null;
  }

  async load(): Promise<void> {
    await this.attempt(async (id) => {
      const stored = await Promise.all([this.around.api.neutral(id), this.around.api.corrections(id)]);
      if (this.around.listener()?.id !== id) return;
      [this.neutral, this.corrections] = stored;
      this.known = true;
    });
  }

  /** Another listener's face is meant from now on. */
  startOver(): void {
    const shown = this.known;
    this.nothingSeen();
    this.learned = null;
    this.known = false;
    [this.neutral, this.corrections] = [[], []];
    if (shown) void this.load();
  }

  eraseNeutral(): Promise<void> {
    return this.eraseAndLoad((id) => this.around.api.eraseNeutral(id));
  }

  eraseCorrections(): Promise<void> {
    this.learned = null;
    return this.eraseAndLoad((id) => this.around.api.eraseCorrections(id));
  }

  private async eraseAndLoad(erase: (listener: string) => Promise<unknown>): Promise<void> {
    await this.attempt(erase);
    await this.load();
  }

  private async attempt(work: (listener: string) => Promise<unknown>): Promise<void> {
    const listener = this.around.listener();
    if (!listener) return;
    try {
      await work(listener.id);
    } catch (error) {
      this.around.onError(error);
    }
  }
}
