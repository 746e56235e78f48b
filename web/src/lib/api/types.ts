/** Shapes of the server's JSON, as docs/api.md gives them. What is unknown is null. */

/** The eight expressions in the order they have everywhere (FER+). */
export const emotions = [
  'neutral',
  'happiness',
  'surprise',
  'sadness',
  'anger',
  'disgust',
  'fear',
  'contempt',
] as const;

export type Emotion = (typeof emotions)[number];

/** What a face shows most; `unsure` where the model does not know. */
export type Dominant = Emotion | 'unsure';

export const strategies = ['match', 'lift', 'calm', 'energise', 'focus', 'hold'] as const;

export type Strategy = (typeof strategies)[number];

/** Valence, arousal and dominance, each in [-1, 1], 0 = neutral. */
export interface Vad {
  valence: number;
  arousal: number;
  dominance: number;
}

/** A rectangle in pixels of the picture as displayed. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Face {
  box: Box;
  score: number;
  quality: number;
  emotions: Record<Emotion, number>;
  dominant: Dominant;
  confidence: number;
  vad: Vad;
}

/** A face as the live socket follows it: what this frame shows, and what holds for longer. */
export interface LiveFace extends Face {
  /** The same from frame to frame. */
  id: number;
  main: boolean;
  /** The steady expression; `dominant` is that of this frame alone. */
  label: Dominant;
  /** Whether it could be judged in this frame. */
  judged: boolean;
  /** What would help to read it, such as `come closer`. */
  advice: string | null;
  why: string | null;
}

/** Something the server says, as data: `server.<code>` is the sentence, in any language of the page. */
export interface Remark {
  code: string;
  values: Record<string, string | number | string[]>;
}

/** How learning a face at rest goes on. */
export interface RestProgress {
  state: 'watching' | 'stored' | 'failed';
  seconds: number;
  of: number;
  readings: number;
  detail: string | null;
  /** Why it failed, as `server.<code>`. */
  code?: string | null;
}

export interface PictureMood extends Vad {
  label: string;
  confidence: number;
}

export interface AnalyzedImage {
  path: string | null;
  width: number;
  height: number;
  faces: Face[];
  mood: PictureMood | null;
  elapsedMs: number;
  error?: string;
}

/** The mood over time; `sigma` is one standard deviation per axis, confidence in [0, 1]. */
export interface Estimate extends Vad {
  sigma: Vad;
  label: string;
  confidence: number;
}

export interface LiveReading {
  type: 'reading';
  frame: number;
  dropped: number;
  width: number;
  height: number;
  faces: LiveFace[];
  estimate: Estimate | null;
  listener: string | null;
  room: boolean;
  neutral: RestProgress | null;
  elapsedMs: number;
}

/** A correction was stored and counts from now on. */
export interface LiveLearned {
  type: 'learned';
  frame: number;
  id: number;
  label: Emotion;
}

export interface LiveProblem {
  type: 'problem';
  frame: number;
  detail: string;
  /** The same as `server.<code>`. */
  code?: string;
}

export type LiveMessage = LiveReading | LiveProblem | LiveLearned;

/** What the page may say over the live socket. */
export type LiveText =
  | { type: 'reset' }
  | { type: 'room'; on: boolean }
  | { type: 'listener'; id: string | null }
  | { type: 'neutral' }
  | { type: 'hold'; on: boolean }
  | { type: 'correct'; label: Emotion };

export interface NamedMood extends Vad {
  name: string;
  onRim: boolean;
}

export interface Track {
  id: string;
  title: string;
  artist: string | null;
  album: string | null;
  year: number | null;
  language: string | null;
  genre: string | null;
  durationSeconds: number | null;
  mood: Vad;
  playable: boolean;
  source: string;
  links: { spotify: string | null; youtube: string | null };
  streamUrl: string | null;
  artworkUrl: string | null;
  /** Integrated loudness (ITU-R BS.1770) in LUFS, where measured, and highest true peak in dBTP, where all of it was. */
  loudnessLufs?: number | null;
  truePeakDb?: number | null;
  /** Place on its album, from 1. */
  trackNumber?: number | null;
  discNumber?: number | null;
  score?: number;
  reasons?: string[];
  /** The same as codes, in the same order. */
  why?: Remark[];
}

export interface RecommendationRequest {
  vad?: [number, number, number];
  from?: [number, number];
  strategy?: Strategy;
  languages?: string[];
  artists?: string[];
  genres?: string[];
  limit?: number;
  exclude?: string[];
  /** For whom: what this listener banned does not appear. */
  listener?: string;
}

export interface Recommendations {
  target: Vad;
  strategy: Strategy;
  seed: number;
  tracks: Track[];
  playable: number;
  notes: string[];
  /** The same as codes, in the same order. */
  remarks?: Remark[];
}

/** Where the tracks of known mood lie on the plane. */
export interface Stations {
  total: number;
  playable: number;
  /** Valence and arousal of each in turn, in hundredths, the `playable` first; null above 20,000 tracks. */
  points: number[] | null;
  /** Then how many lie in each field, row by row from arousal -1, each row from valence -1. */
  grid: { size: number; counts: number[] } | null;
}

/** A track near a point of the plane. */
export interface Station {
  id: string;
  title: string;
  artist: string | null;
  valence: number;
  arousal: number;
  playable: boolean;
}

export interface TrackPage {
  total: number;
  tracks: Track[];
}

/** Which page of which tracks; what is left out filters nothing. */
export interface TrackQuery extends TileQuery {
  language?: string;
  artist?: string;
  genre?: string;
  playable?: boolean;
}

export interface Facet {
  value: string;
  name: string;
  tracks: number;
  playable: number;
}

export interface Facets {
  languages: Facet[];
  artists: Facet[];
  genres: Facet[];
  sources: Facet[];
}

export interface DemoState {
  state: 'absent' | 'running' | 'ready' | 'failed';
  done: number;
  total: number;
  detail: string | null;
}

export interface Listener {
  id: string;
  name: string;
  keepHistory: boolean;
}

/** What is stored of a face at rest; `inUse` is false where its numbers belong to another model. */
export interface StoredNeutral {
  at: string;
  readings: number;
  numbers: number;
  model: string;
  inUse: boolean;
}

export interface StoredCorrection {
  id: number;
  label: Emotion;
  said: Emotion;
  at: string;
  numbers: number;
  model: string;
  inUse: boolean;
}

/** What a mood was read from. */
export type MoodSource = 'camera' | 'photo' | 'hand';

/** One reading of the mood; stored only while the listener keeps a history. */
export interface MoodReport {
  valence: number;
  arousal: number;
  dominance?: number | null;
  /** One standard deviation, 0 to 2. */
  sigmaValence: number;
  sigmaArousal: number;
  source: MoodSource;
  /** ISO 8601; the server's clock when left out. */
  at?: string;
}

/** Which time of a journal is meant; a day as `to` is meant with all of it. */
export interface JournalRange {
  from?: string;
  to?: string;
  /** IANA name, such as `Europe/Berlin`; UTC when left out. */
  zone?: string;
}

/** The mean of the readings of one step; a gap has none. */
export interface JournalReading {
  at: string;
  valence: number;
  arousal: number;
  sigmaValence: number;
  sigmaArousal: number;
  source: MoodSource;
}

export interface JournalPlay {
  trackId: string;
  title: string | null;
  artist: string | null;
  startedAt: string;
  /** Null while it may still play. */
  endedAt: string | null;
  /** `started` where nobody told how it ended. */
  event: PlayEvent;
}

export interface JournalDay {
  date: string;
  label: string | null;
  /** At most 60 points of valence and arousal. */
  path: [number, number][];
  readings: number;
}

/** The quarter hour after a song began against the one before. It came first; that is no proof. */
export interface MovedTrack {
  trackId: string;
  title: string | null;
  artist: string | null;
  plays: number;
  valenceChange: number;
  arousalChange: number;
  /** Of how many plays both quarter hours have readings. */
  n: number;
  valenceRose: number;
  valenceFell: number;
  arousalRose: number;
  arousalFell: number;
  towards: string | null;
}

/** A change in a week, with its interval of 95 %. */
export interface Slope {
  perWeek: number;
  low: number;
  high: number;
}

export interface Journal {
  /** False: the listener keeps no history, and all else is empty. */
  on: boolean;
  from: string;
  to: string;
  zone: string;
  /** Over which steps readings are averaged. */
  stepSeconds: number;
  /** The oldest thing kept, also while the history is off. */
  keptSince: string | null;
  readings: JournalReading[];
  plays: JournalPlay[];
  days: JournalDay[];
  moved: MovedTrack[];
  /** Shares of the minutes with a reading, by mood; empty without readings. */
  distribution: Record<string, number>;
  trend: { days: number; valence: Slope; arousal: Slope } | null;
}

export interface ErasedHistory {
  readings: number;
  plays: number;
}

/** A playlist in a line. */
export interface PlaylistSummary {
  id: number;
  name: string;
  /** Counts the changes; a change names the version it is meant for. */
  version: number;
  createdAt: string;
  updatedAt: string;
  trackCount: number;
  playable: number;
  artworkUrl: string | null;
}

export interface PlaylistEntry {
  trackId: string;
  title: string;
  artist: string | null;
  /** Null where the track left the catalogue. */
  track: Track | null;
}

export interface Playlist {
  id: number;
  name: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  tracks: PlaylistEntry[];
}

export type TrackMark = 'like' | 'ban';

export interface MarkedTrack {
  trackId: string;
  title: string;
  artist: string | null;
  mark: TrackMark;
  at: string;
  inCatalogue: boolean;
}

/** Which page of albums or artists. */
export interface TileQuery {
  query?: string;
  limit?: number;
  offset?: number;
}

export interface AlbumTile {
  title: string;
  /** Null where it has several. */
  artist: string | null;
  year: number | null;
  tracks: number;
  playable: number;
  artworkUrl: string | null;
  /** The first thirty. */
  trackIds: string[];
}

export interface ArtistTile {
  name: string;
  albums: number;
  tracks: number;
  playable: number;
  artworkUrl: string | null;
  trackIds: string[];
}

export interface AlbumPage {
  total: number;
  albums: AlbumTile[];
}

export interface ArtistPage {
  total: number;
  artists: ArtistTile[];
}

export type PlayEvent = 'started' | 'finished' | 'skipped';

export interface MachineStatus {
  version: string;
  tracks: { total: number; playable: number };
  models: { emotion: string | null; faces: string | null };
  demo: DemoState['state'];
}

export type TrainingState = 'uploaded' | 'preparing' | 'running' | 'stopping' | 'stopped' | 'finished' | 'failed';

/** A training in a line. */
export interface TrainingSummary {
  id: string;
  name: string;
  bytes: number;
  createdAt: string;
  state: TrainingState;
  message: string | null;
  arch: string | null;
  epochs: number;
  epoch: number;
  hasModel: boolean;
  hasReport: boolean;
  inUse: boolean;
}

export interface TrainingEpoch {
  epoch: number;
  loss: number | null;
  /** By head: the share of the pictures kept aside that it reads right, 0 to 1. */
  figures: Record<string, number | null> | null;
  seconds: number | null;
}

export interface SkippedPicture {
  where: string | null;
  reason: string | null;
  /** How many pictures these are: one, or all of a folder. */
  count: number;
}

export interface Training extends TrainingSummary {
  step: number;
  steps: number;
  loss: number | null;
  imagesPerSecond: number | null;
  secondsLeft: number | null;
  learned: number | null;
  keptAside: number | null;
  history: TrainingEpoch[];
  bestEpoch: number | null;
  skipped: SkippedPicture[];
  skippedTotal: number;
}

export interface KeptModel {
  trainingId: string | null;
  name: string;
  keptAt: string;
}

export interface Trainings {
  unavailable: string | null;
  architectures: string[];
  defaults: { arch: string; epochs: number };
  limits: { uploadBytes: number; epochs: number };
  kept: KeptModel | null;
  /** Why the kept model cannot be used. */
  keptProblem: string | null;
  trainings: TrainingSummary[];
}

/** A device of the house that was let in. */
export interface LanDevice {
  id: string;
  name: string;
  pairedAt: string;
  lastSeenAt: string;
}

/** Whether other devices of the house are let in, and who asks. */
export interface Lan {
  on: boolean;
  /** Where they find the page, the likeliest first. */
  urls: string[];
  /** SHA-256 of the certificate, as browsers show it. */
  fingerprint: string | null;
  /** Only the machine MoodDeck runs on may invite and remove devices. */
  mayManage: boolean;
  /** The paired device this page is open on; null on the machine itself. */
  device: LanDevice | null;
}

/** What lets one more device in, once. */
export interface LanInvitation {
  url: string;
  expiresAt: string;
  /** Squares from the top, `1` is dark; without the quiet zone of four squares around them. */
  qr: { size: number; rows: string[] };
}

/** A folder of music on the server's machine that was scanned. */
export interface MusicFolder {
  path: string;
  /** False where its drive is not connected. */
  present: boolean;
  tracks: number;
  /** Audio files in it that could not be taken in. */
  skipped: number;
  scannedAt: string | null;
}

/** How far a scan is, or how the last one ended. */
export interface ScanState {
  state: 'idle' | 'running' | 'ready' | 'stopped' | 'failed';
  folder: string | null;
  done: number;
  total: number;
  /** Name of the file just dealt with. */
  file: string | null;
  /** It waits for another scan, from the command line. */
  waiting: boolean;
  added: number;
  updated: number;
  unchanged: number;
  removed: number;
  skipped: number;
  /** The first of the skipped files. */
  problems: { file: string; reason: string }[];
  warnings: string[];
  detail: string | null;
}

/** The folders at a place of the server's machine. */
export interface Places {
  path: string;
  parent: string | null;
  audioFiles: number;
  folders: { name: string; path: string }[];
  more: boolean;
}
