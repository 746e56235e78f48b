import type { Station, Stations } from '../src/lib/api/types/stations.ts';
import type { Track } from '../src/lib/api/types/tracks.ts';

const hundredths = (x: number) => Math.round(x * 100);

/** Where made-up songs lie on the plane. */
export function stations(tracks: Track[]): Stations {
  const playable = tracks.filter((t) => t.playable);
  const sorted = [...playable, ...tracks.filter((t) => !t.playable)];
  return {
    total: tracks.length,
    playable: playable.length,
    points: sorted.flatMap(({ mood }) => [hundredths(mood.valence), hundredths(mood.arousal)]),
    grid: null,
  };
}

/** The songs nearest to a point. */
export function stationsNear(tracks: Track[], asked: URLSearchParams): { stations: Station[] } {
  const [valence, arousal] = [Number(asked.get('valence')), Number(asked.get('arousal'))];
  const away = ({ mood }: Track) => Math.hypot(mood.valence - valence, mood.arousal - arousal);
  const nearest = [...tracks].sort((a, b) => away(a) - away(b)).slice(0, Number(asked.get('limit') ?? 12));
  return {
    stations: nearest.map(({ id, title, artist, mood, playable }) => ({
      id,
      title,
      artist,
      valence: mood.valence,
      arousal: mood.arousal,
      playable,
    })),
  };
}
