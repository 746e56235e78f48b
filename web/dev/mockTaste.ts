import type { Liking, TasteView } from '../src/lib/api/types/taste.ts';
import type { Track } from '../src/lib/api/types/tracks.ts';

const likings = (...of: [string, number, number, number][]): Liking[] =>
  of.map(([name, liking, sigma, lessons]) => ({ name, liking, sigma, lessons }));

const nothing: TasteView = {
  learns: true,
  lessons: 0,
  weights: { mood: 0.6, taste: 0.25, novelty: 0.15, fatigue: 0.4 },
  led: { pull: 0.2, valence: 0.15, arousal: 0.1 },
  width: 0.42,
  artists: [],
  genres: [],
  languages: [],
};

/** What was learnt of everybody. MOCK_TASTE=none: nothing yet. */
export class MockTaste {
  private view: TasteView =
    process.env['MOCK_TASTE'] === 'none'
      ? nothing
      : {
          ...nothing,
          lessons: 123,
          weights: { mood: 0.5, taste: 0.3, novelty: 0.2, fatigue: 0.4 },
          led: { pull: 0.42, valence: 0.5, arousal: 0.2 },
          artists: likings(
            ['Mara Lind', 0.62, 0.2, 9],
            ['The Extraordinarily Long-Named Philharmonic Orchestra of the Northern Harbours', 0.3, 0.35, 2],
            ['Low Tide Club', -0.45, 0.25, 6],
            ['Vela', -0.08, 0.4, 1],
          ),
          genres: likings(['jazz', 0.35, 0.15, 30], ['rock', -0.2, 0.18, 22]),
          languages: likings(['pt', 0.28, 0.2, 14], ['en', 0.05, 0.1, 60]),
        };

  constructor(private readonly tracks: () => Track[]) {}

  answer(method: string, what: string, query: URLSearchParams, body: object): [unknown, number?] {
    switch (`${method} ${what}`) {
      case 'GET taste/tasting':
        return [
          {
            tracks: this.tracks()
              .filter((t) => t.playable)
              .slice(0, 5),
          },
        ];
      case 'GET taste/export':
        return [{ lessons: [] }];
      case 'PUT taste':
        this.view = { ...this.view, ...body };
        return [null, 204];
      case 'POST taste/start':
        this.view = { ...this.view, lessons: this.view.lessons + 5 };
        return [null, 204];
      case 'DELETE taste':
        this.forget([...query.values()][0]);
        return [null, 204];
      default:
        return [this.view];
    }
  }

  private forget(name: string | undefined): void {
    const { view } = this;
    const without = (of: Liking[]) => of.filter((liking) => liking.name !== name);
    this.view =
      name === undefined
        ? { ...nothing, learns: view.learns }
        : { ...view, artists: without(view.artists), genres: without(view.genres), languages: without(view.languages) };
  }
}
