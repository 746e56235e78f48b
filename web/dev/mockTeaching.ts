import type { StoredCorrection, StoredNeutral } from '../src/lib/api/types/listeners.ts';
import type { LiveText, RestProgress } from '../src/lib/api/types/live.ts';
import type { Emotion } from '../src/lib/api/types/mood.ts';

const lasts = 10;

/** What a listener taught the stand-in, and one live socket's part in it. */
export class MockTeaching {
  neutral: StoredNeutral[] = [];
  corrections: StoredCorrection[] = [];
  private last = 0;

  /** How one connection reads. */
  connect(send: (message: unknown) => void): MockCamera {
    return new MockCamera(this, send);
  }

  correct(label: Emotion): void {
    this.corrections.unshift({ id: ++this.last, label, said: 'anger', ...this.stamp() });
  }

  rest(readings: number): void {
    this.neutral = [{ readings, ...this.stamp() }];
  }

  private stamp() {
    return { at: new Date().toISOString(), numbers: 264, model: 'moodnet@85548ba8f5064ca6', inUse: true };
  }
}

export class MockCamera {
  room = false;
  private since: number | null = null;
  private readings = 0;

  constructor(
    private readonly teaching: MockTeaching,
    private readonly send: (message: unknown) => void,
  ) {}

  hear(text: LiveText, frame: number): void {
    if (text.type === 'room') this.room = text.on;
    if (text.type === 'listener') this.since = null;
    if (text.type === 'neutral') [this.since, this.readings] = [Date.now(), 0];
    if (text.type === 'correct') {
      this.teaching.correct(text.label);
      this.send({ type: 'learned', frame, id: frame, label: text.label });
    }
  }

  rest(): RestProgress | null {
    if (this.since === null) return null;
    const seconds = Math.min(lasts, (Date.now() - this.since) / 1000);
    const progress = { seconds, of: lasts, readings: ++this.readings, detail: null };
    if (seconds < lasts) return { state: 'watching', ...progress };
    this.since = null;
    this.teaching.rest(this.readings);
    return { state: 'stored', ...progress };
  }
}
