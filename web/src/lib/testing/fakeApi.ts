import type { ApiClient } from '../api/client';
import type { Journal, JournalRange, MoodReport } from '../api/types/journal';
import type { Listener } from '../api/types/listeners';
import type { RecommendationRequest, Recommendations } from '../api/types/recommendations';
import type { TasteStart, TasteView } from '../api/types/taste';
import type { PlayReport, Track } from '../api/types/tracks';
import { track } from './tracks';

const emptyJournal: Journal = {
  on: true,
  from: '2026-11-21T00:00:00+00:00',
  to: '2026-11-22T00:00:00+00:00',
  zone: 'UTC',
  stepSeconds: 120,
  keptSince: null,
  readings: [],
  plays: [],
  days: [],
  moved: [],
  distribution: {},
  trend: null,
};

const nothingLearnt: TasteView = {
  learns: false,
  lessons: 0,
  weights: { mood: 1, taste: 0, novelty: 0, fatigue: 0.2 },
  led: { pull: 0, valence: 0, arousal: 0 },
  width: 0.4,
  artists: [],
  genres: [],
  languages: [],
};

/** An API that answers at once from memory, notes what it was asked, and can be made to fail. */
export class FakeApi {
  asked: RecommendationRequest[] = [];
  plays: string[] = [];
  reports: PlayReport[] = [];
  /** What was learnt; it teaches itself nothing. */
  learnt: TasteView = nothingLearnt;
  starts: TasteStart[] = [];
  tracks: Track[] = [track('a'), track('b'), track('c', false), track('d')];
  playableInAll = 3;
  /** When set, every call fails with it. */
  failure: Error | null = null;
  household: Listener[] = [{ id: 'default', name: 'Me', keepHistory: false }];
  felts: { listener: string; moods: MoodReport[] }[] = [];
  journals: JournalRange[] = [];
  /** Makes the journal that is answered. */
  journalOf: (range: JournalRange) => Partial<Journal> = () => ({});

  private change(id: string, change: Partial<Listener>): Promise<Listener> {
    this.household = this.household.map((l) => (l.id === id ? { ...l, ...change } : l));
    return this.answer(this.household.find((l) => l.id === id) as Listener);
  }

  private answer<T>(value: T): Promise<T> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(value);
  }

  status = () =>
    this.answer({
      version: '0',
      tracks: { total: 4, playable: this.playableInAll },
      models: { emotion: 'moodnet', faces: 'deck' },
      demo: 'ready' as const,
    });
  moods = () => this.answer([{ name: 'happy', valence: 0.6, arousal: 0.35, dominance: 0.4, onRim: true }]);
  facets = () => this.answer({ languages: [], artists: [], genres: [], sources: [] });
  stations = () => this.answer({ total: 0, playable: 0, points: [], grid: null });
  demo = () => this.answer({ state: this.playableInAll ? 'ready' : 'absent', done: 0, total: 24, detail: null });
  listeners = () => this.answer([...this.household]);
  addListener = (name: string) => {
    const added = { id: name.toLowerCase(), name, keepHistory: false };
    this.household = [...this.household, added];
    return this.answer(added);
  };
  renameListener = (id: string, name: string) => this.change(id, { name });
  keepHistory = ({ id }: Listener, keepHistory: boolean) => this.change(id, { keepHistory });
  removeListener = (id: string) => {
    this.household = this.household.filter((l) => l.id !== id);
    return this.answer(null);
  };
  felt = (listener: string, moods: MoodReport[]) => {
    this.felts.push({ listener, moods });
    const keeps = this.household.find((l) => l.id === listener)?.keepHistory;
    return this.answer({ stored: keeps ? moods.length : 0 });
  };
  journal = (_: string, range: JournalRange = {}): Promise<Journal> => {
    this.journals.push(range);
    return this.answer({ ...emptyJournal, ...this.journalOf(range) });
  };
  journalExportUrl = (listener: string, format: string) => `/listeners/${listener}/journal/export?format=${format}`;
  eraseJournal = () => this.answer({ readings: 120, plays: 8 });
  analyze = () => this.answer({});

  recommend = (request: RecommendationRequest): Promise<Recommendations> => {
    this.asked.push(request);
    const [valence = 0, arousal = 0, dominance = 0] = request.vad ?? [];
    const tracks = this.tracks.filter(
      (t) => !request.exclude?.includes(t.id) && (request.sources?.includes(t.source) ?? true),
    );
    return this.answer({
      target: { valence, arousal, dominance },
      strategy: request.strategy ?? 'match',
      seed: 1,
      tracks,
      playable: tracks.filter((t) => t.playable).length,
      notes: [],
    });
  };

  played = (listener: string, report: PlayReport) => {
    this.plays.push(`${listener} ${report.event} ${report.trackId}`);
    this.reports.push(report);
    return this.answer(null);
  };
  taste = () => this.answer(this.learnt);
  learnTaste = (_: string, learns: boolean) => {
    this.learnt = { ...this.learnt, learns };
    return this.answer(null);
  };
  forgetTaste = (_: string, name?: object) => {
    this.learnt = name
      ? { ...this.learnt, artists: this.learnt.artists.filter((a) => !Object.values(name).includes(a.name)) }
      : { ...nothingLearnt, learns: this.learnt.learns };
    return this.answer(null);
  };
  startTaste = (_: string, start: TasteStart) => {
    this.starts.push(start);
    return this.answer(null);
  };
  tasting = () => this.answer(this.tracks.filter((t) => t.playable));
  mark = () => this.answer(null);

  asClient(): ApiClient {
    return this as unknown as ApiClient;
  }
}
