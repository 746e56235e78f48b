import type { StereoSignal } from './vuMeter';

/**
 * The page's sound system, as the player uses it: two channels, one a deck (0 and 1), into one volume. While there is
 * none, the decks sound by themselves.
 */
export interface Sound {
  /** Whether sound goes through; else the browser waits for a gesture or something took the device. */
  readonly running: boolean;
  /** What is heard, before the volume; for the meters. */
  readonly signal: StereoSignal;
  /** Told whenever `running` may have changed. */
  onChange: () => void;
  /** Asks the browser to let sound through. */
  wake(): Promise<void>;
  /** Lets the device rest while nothing plays. */
  rest(): void;
  setVolume(gain: number): void;
  /** Linear gain of a channel for the loudness of its track. */
  setLevel(deck: number, gain: number): void;
  /** Fades a channel from where it is to a gain in [0, 1]; 0 seconds is at once. */
  fade(deck: number, to: number, seconds: number): void;
  /**
   * Seconds before the end of a deck's track at which the other one should be told to play for a joint without a gap.
   */
  leadSeconds(deck: number): number;
  /** `to` is about to play right after `from`, which ends in so many seconds. */
  join(from: number, to: number, endsInSeconds: number): void;
  /** A channel starts anew, joined to nothing. */
  reset(deck: number): void;
}
