import { ApiClient } from '../api/client';
import type { ErasedHistory, JournalRange } from '../api/types/journal';
import type { LiveReading } from '../api/types/live';
import type { NamedMood, Strategy, Vad } from '../api/types/mood';
import type { Track } from '../api/types/tracks';
import { Collection } from '../collections/collection.svelte';
import { LibraryView } from '../collections/libraryView.svelte';
import type { PlanePoint } from '../dial/geometry';
import { LibraryStations } from '../dial/stations.svelte';
import { MoodTrail } from '../dial/moodTrail.svelte';
import { Guide } from '../guide/guide.svelte';
import { problemOf } from '../i18n/remark';
import type { Text } from '../i18n/text.svelte';
import { MoodTeller } from '../journal/moodTeller';
import { handOver } from '../listeners/handOver';
import { Household } from '../listeners/household.svelte';
import { Slip } from '../queue/slip.svelte';
import { TrackActs } from '../queue/trackActs.svelte';
import { Install } from '../offline/install.svelte';
import { KeyMap } from '../keyboard/keyMap.svelte';
import { Folders } from '../settings/folders.svelte';
import { Language } from '../settings/language.svelte';
import { hasSettings, loadSettings, saveSettings, type SettingsStore } from '../settings/settings';
import { Trainer } from '../training/trainer.svelte';
import { TrialCamera } from '../training/trialCamera.svelte';
import { Choosing, type FilterKind } from './choosing.svelte';
import { DemoMaker } from './demo.svelte';
import { History } from './history.svelte';
import { MoodNow } from './moodNow.svelte';
import { OwnFace } from './ownFace.svelte';
import { PhotoReader } from './photo.svelte';
import { Playback } from './playback.svelte';
import { Search } from './search.svelte';
import { ServerLink } from './serverLink.svelte';
import { Steering } from './steering';
import { Viewfinder } from './viewfinder.svelte';

/** What happened is said for this long; lasting states are said as long as they last. */
const eventMs = 7000;

/** So many tracks in a row that cannot be played, and it is not the tracks. */
const brokenInARow = 3;

/** Everything the page knows, wired together. Components draw it and forward what people do. */
export class Deck {
  readonly settings;
  readonly link: ServerLink;
  readonly mood = new MoodNow();
  readonly stations: LibraryStations;
  readonly trail = new MoodTrail(() => this.mood.mood);
  readonly camera: Viewfinder;
  readonly photo: PhotoReader;
  readonly choosing: Choosing;
  readonly playback: Playback;
  readonly demo: DemoMaker;
  readonly household: Household;
  readonly history: History;
  readonly ownFace: OwnFace;
  readonly collection: Collection;
  readonly slip = new Slip();
  readonly library = new LibraryView();
  readonly acts: TrackActs;
  readonly search: Search;
  readonly trainer: Trainer;
  readonly trialCamera: TrialCamera;
  readonly install = new Install();
  readonly folders: Folders;
  readonly guide: Guide;
  readonly keyMap = new KeyMap();
  readonly language: Language;
  /** The last thing worth saying that is no lasting state. */
  event = $state('');
  /** What the preset keys choose by. */
  bank = $state<FilterKind>('languages');
  /** Whether the notice before the first camera frame is open. */
  asking = $state(false);

  /** Where the dial's target stands: at the hand while holding, else where the queue is going. */
  target: Vad | null = $derived.by(() =>
    this.settings.strategy === 'hold' ? this.mood.hand : (this.choosing.answer?.target ?? null),
  );

  /** Where the hand would take hold of the dial: the held target, else the mood itself. */
  handle: PlanePoint = $derived.by(() => {
    if (this.settings.strategy === 'hold' && this.mood.hand) return this.mood.hand;
    return this.mood.mood ?? { valence: 0, arousal: 0 };
  });

  private readonly steering: Steering;
  private readonly teller: MoodTeller;
  private eventTimer: ReturnType<typeof setTimeout> | null = null;
  /** What the notice was opened for; it is done once, and not at all once it was declined. */
  private afterNotice: (() => void) | null = null;
  private broken = 0;
  private resumeWhenBack = false;

  constructor(
    private readonly store: SettingsStore | null,
    readonly text: Text,
    readonly api: ApiClient = new ApiClient(),
    now: () => number = () => performance.now(),
  ) {
    const firstVisit = !hasSettings(store);
    this.settings = $state(loadSettings(store));
    const onError = (error: unknown) => this.failed(error);
    this.mood.hand = this.settings.hand;
    this.link = new ServerLink(api, { onFirst: () => this.begin(), onBack: () => void this.back() });
    this.camera = new Viewfinder({
      onReading: (reading) => this.read(reading),
      onProblem: (problem) => this.ownFace.heardProblem(problem),
      onLearned: (learned) => this.ownFace.heardLearned(learned),
      onGone: () => this.ownFace.nothingSeen(),
      listener: () => this.history.listener?.id ?? null,
    });
    this.ownFace = new OwnFace({
      api,
      listener: () => this.history.listener,
      tell: (text) => this.camera.tell(text),
      introduce: () => this.camera.introduce(),
      say: (said) => this.say(said),
      text,
      onError,
    });
    this.photo = new PhotoReader(api, text, onError);
    this.household = new Household(api, store, {
      onError,
      onOther: ({ name }) => {
        handOver(this);
        this.steering.startOver();
        this.say(text.t('listeners.now', { name }));
        void this.steering.choose(false);
      },
    });
    this.choosing = new Choosing(api, this.settings, text, onError, () => this.history.listener?.id ?? null);
    this.stations = new LibraryStations(api, onError);
    this.history = new History(this.household, api, onError);
    this.teller = new MoodTeller({
      keeps: () => (this.history.keeps ? (this.history.listener?.id ?? null) : null),
      away: () => this.link.gone,
      tell: (listener, moods) => api.felt(listener, moods),
      onRefused: () => void this.household.load(),
      onError,
    });
    this.search = new Search(api, onError, (error) => problemOf(text, error));
    this.demo = new DemoMaker(api, text, () => void this.demoReady(), onError);
    this.trainer = new Trainer(api, text, onError, () => void this.link.ask());
    this.trialCamera = new TrialCamera(api, text);
    this.folders = new Folders(api, text, () => void this.libraryChanged(), onError);
    this.guide = new Guide(this.settings, () => this.save(), firstVisit);
    this.language = new Language(text, this.settings, () => navigator.languages);
    this.playback = new Playback({
      onPlay: (track, event, position) => {
        // What starts or ends shows that the player works; only broken files in a row count.
        if (event === 'finished' || (event === 'skipped' && position > 0)) this.broken = 0;
        this.history.note(track, event, position);
      },
      onRunOut: () => void this.ranOut(),
      onBroken: (track) => void this.skipBroken(track),
    });
    this.collection = new Collection(api);
    this.acts = new TrackActs(this.playback, this.collection, this.slip, text, onError);
    this.steering = new Steering(this.settings, this.mood, this.choosing, this.playback, now, () =>
      this.say(text.t('status.fromNext')),
    );
  }

  /** Whether the demo library is worth offering. */
  get offersDemo(): boolean {
    const demo = this.demo.demo;
    if (!demo || demo.state === 'ready') return false;
    return demo.state === 'running' || (this.link.status?.tracks.playable ?? 1) === 0;
  }

  async start(): Promise<void> {
    await this.link.ask();
  }

  save(): void {
    saveSettings(this.store, this.settings);
  }

  // --- what people do ---

  pressCamera(): void {
    if (this.camera.camera !== 'off') return this.stopCamera();
    this.askFirst(() => void this.startCamera());
  }

  answerNotice(agreed: boolean): void {
    const look = this.afterNotice;
    this.afterNotice = null;
    this.asking = false;
    if (!agreed) return;
    this.settings.consent = true;
    this.save();
    look?.();
  }

  /** Agreed to what the notice says where the guide says it: its camera is the Deck's own. */
  agreeInGuide(): void {
    this.afterNotice = () => {
      if (this.camera.camera === 'off') void this.startCamera();
    };
    this.answerNotice(true);
  }

  /** Takes the word back that let the camera look; it is asked for again. */
  withdrawConsent(): void {
    if (this.camera.camera !== 'off') this.stopCamera();
    this.trialCamera.stop();
    this.settings.consent = false;
    this.save();
  }

  /** Shows the camera's picture as the trained model reads it; the Deck's own look at the camera ends. */
  tryCamera(): void {
    const id = this.trainer.training?.id;
    if (id === undefined) return;
    if (this.camera.camera !== 'off') this.stopCamera();
    this.trainer.putAway();
    this.askFirst(() => void this.trialCamera.start(id));
  }

  /** The hand on the dial. While a camera is on, its face still shows, and the queue stays where the hand is. */
  turnDial(point: PlanePoint & { dominance?: number }, name?: string): void {
    const faceShows = this.camera.camera === 'on';
    this.forgetAdvice();
    this.mood.setHand(point, !faceShows, name);
    this.settings.hand = this.mood.hand;
    if (!faceShows && this.mood.mood) this.teller.see(this.mood.mood, 'hand');
    if (faceShows && this.settings.strategy !== 'hold') {
      this.settings.strategy = 'hold';
      this.say(this.text.t('status.held'));
    }
    this.save();
    this.steering.chooseSoon(true);
  }

  chooseMood(mood: NamedMood): void {
    this.turnDial(mood, mood.name);
  }

  chooseStrategy(strategy: Strategy): void {
    this.settings.strategy = strategy;
    const { mood } = this.mood;
    if (strategy === 'hold' && mood) this.mood.setHand(mood, false);
    this.settings.hand = this.mood.hand;
    this.save();
    this.steering.chooseSoon(false);
  }

  /** From now on the hand says how one feels. */
  holdAtDial(): void {
    this.chooseStrategy('hold');
    this.say(this.text.t('status.held'));
  }

  filter(kind: FilterKind, values: string[]): void {
    this.settings[kind] = values;
    this.save();
    this.steering.chooseSoon(false);
  }

  clearFilters(): void {
    this.settings.languages = [];
    this.settings.artists = [];
    this.settings.genres = [];
    this.save();
    this.steering.chooseSoon(false);
  }

  setVolume(volume: number): void {
    this.settings.volume = volume;
    this.playback.setVolume(volume);
    this.save();
  }

  touchQueue(by: 'pointer' | 'keys'): void {
    this.steering.touch(by);
  }

  /** Likes, bans and playlists of whoever listens. */
  openCollection(listener: string | null): void {
    this.collection.open(listener).catch((error: unknown) => this.failed(error));
  }

  /** Erases what was kept of somebody; what waits to be told of them goes with it. */
  eraseHistory(listener: string, range?: JournalRange): Promise<ErasedHistory> {
    return this.teller.whileStill(() => this.api.eraseJournal(listener, range));
  }

  async showPhoto(file: File): Promise<void> {
    this.forgetAdvice();
    const photo = await this.photo.read(file);
    if (!photo) return;
    if (this.camera.camera !== 'off') this.camera.switchOff();
    if (!photo.analysis.mood) return;
    this.mood.setPhoto(photo.analysis.mood);
    if (this.mood.mood) this.teller.see(this.mood.mood, 'photo');
    if (this.settings.strategy === 'hold') this.settings.strategy = 'match';
    await this.steering.choose(true);
  }

  // --- what happens ---

  private async begin(): Promise<void> {
    await this.load();
    this.guide.offer(this.link.status?.tracks.playable ?? 1);
  }

  private async load(): Promise<void> {
    try {
      const who = this.household.load();
      [this.mood.moods, this.choosing.facets] = await Promise.all([this.api.moods(), this.api.facets()]);
      await who;
      void this.stations.load();
      await Promise.all([this.demo.look(), this.steering.choose(false)]);
      this.camera.introduce();
    } catch (error) {
      this.failed(error);
    }
  }

  private async back(): Promise<void> {
    this.say(this.text.t('status.back'));
    if (!this.choosing.answer) await this.load();
    // What was asked for meanwhile went unheard.
    else if (this.choosing.problem) await this.steering.choose(false);
    if (this.resumeWhenBack) await this.playback.resume();
    this.resumeWhenBack = false;
    void this.teller.tell();
  }

  /** Nothing looks through a camera before the notice was agreed to. */
  private askFirst(look: () => void): void {
    if (this.settings.consent) return look();
    this.afterNotice = look;
    this.asking = true;
  }

  private forgetAdvice(): void {
    this.camera.problem = null;
    this.photo.problem = '';
  }

  private async startCamera(): Promise<void> {
    this.forgetAdvice();
    this.photo.putAway();
    this.steering.startOver();
    await this.camera.switchOn();
  }

  private stopCamera(): void {
    this.camera.switchOff();
    this.steering.startOver();
  }

  private read({ estimate, neutral, faces, room, listener }: LiveReading): void {
    this.ownFace.heardRest(neutral);
    if (!estimate) return;
    this.mood.setFace(estimate);
    // Of the room it is everybody's mood; without a face that could be judged it is an old one.
    const theirs = !room && listener === this.history.listener?.id;
    if (theirs && faces.some((face) => face.main && face.judged)) this.teller.see(estimate, 'camera');
    if (!this.link.gone) this.steering.see(estimate);
  }

  private async ranOut(): Promise<void> {
    if (!(await this.steering.goOn())) this.say(this.text.t('status.nothingMore'));
  }

  private async demoReady(): Promise<void> {
    this.say(this.text.t('status.demoReady'));
    await this.libraryChanged(true);
  }

  /** Folders or the demo library came or went: the presets and the queue are of what there is now. */
  private async libraryChanged(begin = false): Promise<void> {
    const hadMusic = (this.link.status?.tracks.playable ?? 0) > 0;
    void this.stations.load();
    await this.link.ask();
    try {
      this.choosing.facets = await this.api.facets();
    } catch (error) {
      this.failed(error);
    }
    await this.steering.choose(begin || !hadMusic);
  }

  /** A track that cannot be played is passed over, unless it is the server that is missing. */
  private async skipBroken(track: Track): Promise<void> {
    await this.link.ask();
    if (this.link.gone) {
      this.resumeWhenBack = true;
      return;
    }
    this.broken++;
    this.say(this.text.t('status.unplayable', { title: track.title }));
    if (this.broken < brokenInARow) this.playback.advance();
  }

  private say(text: string): void {
    if (this.eventTimer !== null) clearTimeout(this.eventTimer);
    this.event = text;
    this.eventTimer = setTimeout(() => (this.event = ''), eventMs);
  }

  private failed(error: unknown): void {
    if (!this.link.noticed(error) && !this.household.noticed(error)) this.say(problemOf(this.text, error));
  }
}
