// Tracks, albums and artists of the catalogue, as docs/api.md gives it; what is unknown is null.

import type { Vad } from './mood';
import type { Remark } from './remark';
import type { ChosenFor, ScoreTerm } from './taste';

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
  hasLyrics?: boolean;
  score?: number;
  reasons?: string[];
  /** The same as codes, in the same order. */
  why?: Remark[];
  /** What its place in a queue is given for, the mood first; together they are its score. */
  terms?: ScoreTerm[];
  /** Null, or not there, for one that a person picked. */
  chosenFor?: ChosenFor | null;
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

export interface AlbumPage {
  total: number;
  albums: AlbumTile[];
}

export interface ArtistTile {
  name: string;
  albums: number;
  tracks: number;
  playable: number;
  artworkUrl: string | null;
  trackIds: string[];
}

export interface ArtistPage {
  total: number;
  artists: ArtistTile[];
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

export type PlayEvent = 'started' | 'finished' | 'skipped';

/** What happened to a track, and what can be learnt from it. */
export interface PlayReport {
  trackId: string;
  event: PlayEvent;
  positionSeconds: number;
  chosenFor?: ChosenFor;
  /** What a camera saw when the track began, and now. */
  moodBefore?: MoodPoint;
  moodAfter?: MoodPoint;
}

export type MoodPoint = Pick<Vad, 'valence' | 'arousal'>;
