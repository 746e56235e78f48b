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
