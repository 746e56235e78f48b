import { ApiClient } from '../api/client';
import { sentenceOf } from '../api/problem';
import type { LiveReading, NamedMood, Strategy, Track, Vad } from '../api/types';
import type { PlanePoint } from '../dial/geometry';
import { loadSettings, saveSettings, type SettingsStore } from '../settings/settings';
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
  readonly camera: Viewfinder;
  readonly photo: PhotoReader;
  readonly choosing: Choosing;
  readonly playback: Playback;
  readonly demo: DemoMaker;
  readonly history: History;
  readonly ownFace: OwnFace;
  readonly search: Search;
  readonly trainer: Trainer;
  readonly trialCamera: TrialCamera;
  /** The last thing worth saying that is no lasting state. */
  event = $state('');
  /** Whether the notice before the first camera frame is open. */
  asking = $state(false);
  /** Whether the settings lie open. */
  settingsOpen = $state(false);

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
  private eventTimer: ReturnType<typeof setTimeout> | null = null;
  private afterNotice: () => void = () => undefined;
  private broken = 0;
  private resumeWhenBack = false;

  constructor(
    private readonly store: SettingsStore | null,
    private readonly api: ApiClient = new ApiClient(),
    now: () => number = () => performance.now(),
  ) {
    this.settings = $state(loadSettings(store));
    const onError = (error: unknown) => this.failed(error);
    this.mood.hand = this.settings.hand;
    this.link = new ServerLink(api, () => void this.back());
    this.camera = new Viewfinder({
      onReading: (reading) => this.read(reading),
      onProblem: ({ detail }) => this.ownFace.heardProblem(detail),
      onLearned: (learned) => this.ownFace.heardLearned(learned),
      onGone: () => this.ownFace.nothingSeen(),
      listener: () => this.history.listener?.id ?? null,
    });
    this.ownFace = new OwnFace({
      api,
      listener: () => this.history.listener,
      tell: (text) => this.camera.tell(text),
      introduce: () => this.camera.introduce(),
      say: (text) => this.say(text),
      onError,
    });
    this.photo = new PhotoReader(api, onError);
    this.choosing = new Choosing(api, this.settings, onError);
    this.history = new History(api, onError);
    this.search = new Search(api, onError);
    this.demo = new DemoMaker(api, () => void this.demoReady(), onError);
    this.trainer = new Trainer(api, onError, () => void this.link.ask());
    this.trialCamera = new TrialCamera(api);
    this.playback = new Playback({
      onPlay: (track, event, position) => {
        // What starts or ends shows that the player works; only broken files in a row count.
        if (event === 'finished' || (event === 'skipped' && position > 0)) this.broken = 0;
        this.history.note(track, event, position);
      },
      onRunOut: () => void this.ranOut(),
      onBroken: (track) => void this.skipBroken(track),
    });
    this.steering = new Steering(this.settings, this.mood, this.choosing, this.playback, now);
  }

  /** Whether the demo library is worth offering. */
  get offersDemo(): boolean {
    const demo = this.demo.demo;
    if (!demo || demo.state === 'ready') return false;
    return demo.state === 'running' || (this.link.status?.tracks.playable ?? 1) === 0;
  }

  async start(): Promise<void> {
    if (await this.link.ask()) await this.load();
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
    this.asking = false;
    if (!agreed) return;
    this.settings.consent = true;
    this.save();
    this.afterNotice();
  }

  openSettings(): void {
    this.settingsOpen = true;
    void this.trainer.open();
    void this.ownFace.load();
  }

  closeSettings(): void {
    this.settingsOpen = false;
    this.trialCamera.stop();
    this.trainer.close();
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
    if (faceShows && this.settings.strategy !== 'hold') {
      this.settings.strategy = 'hold';
      this.say('Held at the dial. Choose match to follow your face again.');
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

  async showPhoto(file: File): Promise<void> {
    this.forgetAdvice();
    const photo = await this.photo.read(file);
    if (!photo) return;
    if (this.camera.camera !== 'off') this.camera.switchOff();
    if (!photo.analysis.mood) return;
    this.mood.setPhoto(photo.analysis.mood);
    if (this.settings.strategy === 'hold') this.settings.strategy = 'match';
    await this.steering.choose(true);
  }

  // --- what happens ---

  private async load(): Promise<void> {
    try {
      [this.mood.moods, this.choosing.facets] = await Promise.all([this.api.moods(), this.api.facets()]);
      await Promise.all([this.history.load(), this.demo.look(), this.steering.choose(false)]);
      this.camera.introduce();
    } catch (error) {
      this.failed(error);
    }
  }

  private async back(): Promise<void> {
    this.say('The server is back.');
    if (!this.choosing.answer) await this.load();
    // What was asked for meanwhile went unheard.
    else if (this.choosing.problem) await this.steering.choose(false);
    if (this.resumeWhenBack) await this.playback.resume();
    this.resumeWhenBack = false;
  }

  /** Nothing looks through a camera before the notice was agreed to. */
  private askFirst(look: () => void): void {
    this.afterNotice = look;
    if (this.settings.consent) look();
    else this.asking = true;
  }

  private forgetAdvice(): void {
    this.camera.advice = '';
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

  private read({ estimate, neutral }: LiveReading): void {
    this.ownFace.heardRest(neutral);
    if (!estimate) return;
    this.mood.setFace(estimate);
    if (!this.link.gone) this.steering.see(estimate);
  }

  private async ranOut(): Promise<void> {
    if (!(await this.steering.goOn())) this.say('The queue has nothing more that plays here.');
  }

  private async demoReady(): Promise<void> {
    this.say('The demo library is ready.');
    await this.link.ask();
    try {
      this.choosing.facets = await this.api.facets();
    } catch (error) {
      this.failed(error);
    }
    await this.steering.choose(true);
  }

  /** A track that cannot be played is passed over, unless it is the server that is missing. */
  private async skipBroken(track: Track): Promise<void> {
    await this.link.ask();
    if (this.link.gone) {
      this.resumeWhenBack = true;
      return;
    }
    this.broken++;
    this.say(`${track.title} could not be played.`);
    if (this.broken < brokenInARow) this.playback.advance();
  }

  private say(text: string): void {
    if (this.eventTimer !== null) clearTimeout(this.eventTimer);
    this.event = text;
    this.eventTimer = setTimeout(() => (this.event = ''), eventMs);
  }

  private failed(error: unknown): void {
    if (!this.link.noticed(error)) this.say(sentenceOf(error));
  }
}
