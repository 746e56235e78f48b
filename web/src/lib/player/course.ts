import type { Strategy, Vad } from '../api/types/mood';
import type { RadioSeed } from '../api/types/recommendations';

/** A radio that is on: what it goes on from, and what people call that. */
export interface Radio {
  seed: RadioSeed;
  name: string;
}

/** As much of a strategy's way as the next visit needs to go on with it. */
export interface WayLeft {
  from: Vad | null;
  heard: number;
  before: number;
}

/** Where a visit was going, for the next one. */
export interface Course {
  readonly strategy: Strategy | null;
  readonly radio: Radio | null;
  readonly way: WayLeft | null;
}
