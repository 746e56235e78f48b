import { ApiClient } from '../api/client';
import type { ErasedHistory, JournalRange } from '../api/types/journal';
import { Collection } from '../collections/collection.svelte';
import { LibraryView } from '../collections/libraryView.svelte';
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
import { Taste } from '../taste/taste.svelte';
import { Trainer } from '../training/trainer.svelte';
import { TrialCamera } from '../training/trialCamera.svelte';
import { Choosing } from './choosing.svelte';
import { Controls } from './controls.svelte';
import { DemoMaker } from './demo.svelte';
import { Endings } from './endings';
import { Eye } from './eye.svelte';
import { History } from './history.svelte';
import { MoodNow } from './moodNow.svelte';
import { OwnFace } from './ownFace.svelte';
import { PhotoReader } from './photo.svelte';
import { Playback } from './playback.svelte';
import { Said } from './said.svelte';
import { Search } from './search.svelte';
import { ServerLink } from './serverLink.svelte';
import { Steering } from './steering';
import { Stock } from './stock';
import { Viewfinder } from './viewfinder.svelte';

/**
 * Everything the page knows, wired together. Components draw it and forward what people do: `controls` take what hands
 * ask for, `eye` looks at faces, `steering` says when `choosing` asks for a queue and of which mood, `playback` plays it
 * and `endings` say what follows, `stock` fetches what there is once `link` has found the server.
 */
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
  readonly taste: Taste;
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
  readonly said = new Said();
  readonly steering: Steering;
  readonly teller: MoodTeller;
  readonly eye = new Eye(this);
  readonly controls = new Controls(this);
  readonly stock = new Stock(this);
  readonly endings = new Endings(this);

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
    this.link = new ServerLink(api, { onFirst: () => this.stock.first(), onBack: () => void this.stock.back() });
    this.camera = new Viewfinder({
      onReading: (reading) => this.eye.read(reading),
      onProblem: (problem) => this.ownFace.heardProblem(problem),
      onLearned: (learned) => this.ownFace.heardLearned(learned),
      onGone: () => {
        this.ownFace.nothingSeen();
        this.eye.seen = null;
      },
      listener: () => this.history.listener?.id ?? null,
    });
    this.ownFace = new OwnFace({
      api,
      listener: () => this.history.listener,
      tell: (text) => this.camera.tell(text),
      introduce: () => this.camera.introduce(),
      say: (said) => this.said.say(said),
      text,
      onError,
    });
    this.photo = new PhotoReader(api, text, onError);
    this.household = new Household(api, store, {
      onError,
      onOther: ({ name }) => {
        handOver(this);
        this.steering.startOver();
        this.said.say(text.t('listeners.now', { name }));
        void this.steering.choose(false);
      },
    });
    const listener = () => this.history.listener?.id ?? null;
    this.choosing = new Choosing(api, this.settings, text, onError, listener);
    this.stations = new LibraryStations(api, onError);
    const learnt = () => this.steering.learnt();
    this.taste = new Taste(api, listener, (error) => problemOf(text, error), learnt);
    this.history = new History(
      this.household,
      api,
      onError,
      () => this.taste.learns,
      () => this.eye.seen,
    );
    this.teller = new MoodTeller({
      keeps: () => (this.history.keeps ? (this.history.listener?.id ?? null) : null),
      away: () => this.link.gone,
      tell: (listener, moods) => api.felt(listener, moods),
      onRefused: () => void this.household.load(),
      onError,
    });
    this.search = new Search(api, onError, (error) => problemOf(text, error));
    this.demo = new DemoMaker(api, text, () => void this.stock.demoReady(), onError);
    this.trainer = new Trainer(api, text, onError, () => void this.link.ask());
    this.trialCamera = new TrialCamera(api, text);
    this.folders = new Folders(api, text, () => void this.stock.changed(), onError);
    this.guide = new Guide(this.settings, () => this.save(), firstVisit);
    this.language = new Language(text, this.settings, () => navigator.languages);
    this.playback = new Playback(this.endings);
    this.collection = new Collection(api);
    this.acts = new TrackActs(this.playback, this.collection, this.slip, text, onError, learnt);
    this.steering = new Steering(this.settings, this.mood, this.choosing, this.playback, now, () =>
      this.said.say(text.t('status.fromNext')),
    );
  }

  async start(): Promise<void> {
    await this.link.ask();
  }

  save(): void {
    saveSettings(this.store, this.settings);
  }

  /** Likes, bans and playlists of whoever listens, and what was learnt of them. */
  openCollection(listener: string | null): void {
    void this.taste.load();
    this.collection.open(listener).catch((error: unknown) => this.failed(error));
  }

  /** Erases what was kept of somebody; what waits to be told of them goes with it. */
  eraseHistory(listener: string, range?: JournalRange): Promise<ErasedHistory> {
    return this.teller.whileStill(() => this.api.eraseJournal(listener, range));
  }

  /** Says an error, unless it is one that shows otherwise: a server that is gone, a listener who was removed. */
  failed(error: unknown): void {
    if (!this.link.noticed(error) && !this.household.noticed(error)) this.said.say(problemOf(this.text, error));
  }
}
