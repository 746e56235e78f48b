import type { Track } from '../api/types/tracks';

/** Where on the web a track may be looked for. */
export const servicesOf = ({ links }: Track): { service: string; href: string }[] =>
  [
    { service: 'Spotify', href: links.spotify },
    { service: 'YouTube', href: links.youtube },
  ].filter((one): one is { service: string; href: string } => one.href !== null);
