import type { ApiClient } from '../api/client';
import type { Stations as StationsAnswer, Station as NamedStation } from '../api/types/stations';
import type { PlanePoint } from './geometry';
import type { Station } from './paint';

/** So many stations near the target are told by name. */
const named = 4;
/** A target that moves is waited for this long. */
const restMs = 400;

/** Where the library's tracks stand on the plane, and which stand near the target. */
export class LibraryStations {
  all = $state.raw<Station[]>([]);
  near = $state.raw<NamedStation[]>([]);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private asked: AbortController | null = null;

  constructor(
    private readonly api: ApiClient,
    private readonly onError: (error: unknown) => void,
  ) {}

  async load(): Promise<void> {
    try {
      this.all = stationsOf(await this.api.stations());
    } catch (error) {
      this.onError(error);
    }
  }

  /** Looks for names near a point once it rests there; null puts the names away. */
  lookNear(point: PlanePoint | null): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.asked?.abort();
    if (!point) this.near = [];
    else this.timer = setTimeout(() => void this.ask(point), restMs);
  }

  private async ask({ valence, arousal }: PlanePoint): Promise<void> {
    this.asked = new AbortController();
    const { signal } = this.asked;
    try {
      this.near = await this.api.stationsNear(valence, arousal, named, signal);
    } catch (error) {
      if (!signal.aborted) this.onError(error);
    }
  }
}

/** The server's answer as stations: each track on its own, or how many lie in each field of a grid. */
export function stationsOf({ points, grid }: StationsAnswer): Station[] {
  const stations: Station[] = [];
  for (let i = 0; points && i + 1 < points.length; i += 2) {
    stations.push({ valence: (points[i] ?? 0) / 100, arousal: (points[i + 1] ?? 0) / 100, tracks: 1 });
  }
  grid?.counts.forEach((tracks, i) => {
    if (tracks === 0) return;
    const middle = (n: number) => (2 * (n + 0.5)) / grid.size - 1;
    stations.push({ valence: middle(i % grid.size), arousal: middle(Math.floor(i / grid.size)), tracks });
  });
  return stations;
}
