// Playlists, as docs/api.md gives it; what is unknown is null.

import type { Track } from './tracks';

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

/** A round region of the plane, about a named mood or a point. */
export interface SmartMood {
  name?: string | null;
  valence?: number | null;
  arousal?: number | null;
  radius?: number | null;
}

/** What a smart playlist asks of tracks; nulls ask nothing. */
export interface SmartRules {
  mood?: SmartMood | null;
  yearFrom?: number | null;
  yearTo?: number | null;
  genres?: string[] | null;
  languages?: string[] | null;
  artists?: string[] | null;
  playable?: boolean;
  liked?: boolean;
  notPlayedDays?: number | null;
  addedDays?: number | null;
  order?: string | null;
  limit?: number | null;
}

/** A playlist that is rules. */
export interface SmartPlaylist {
  id: number;
  name: string;
  version: number;
  createdAt: string;
  rules: SmartRules;
}

/** What rules hold now. */
export interface SmartTracks {
  /** Tracks that pass them. */
  matching: number;
  playable: number;
  /** Tracks of the list, up to its limit. */
  total: number;
  tracks: Track[];
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
