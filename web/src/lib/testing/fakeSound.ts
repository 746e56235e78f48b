import type { Sound } from '../player/sound';

/** A sound system that notes what it is told. */
export class FakeSound implements Sound {
  running = true;
  /** When set, the browser does not let it sound again. */
  stubborn = false;
  readonly signal = { sampleRate: 48_000, readLeft: () => undefined, readRight: () => undefined };
  onChange: () => void = () => undefined;
  volume = 0;
  levels = [1, 1];
  orders: string[] = [];

  wake = () => {
    this.running = !this.stubborn;
    return Promise.resolve();
  };
  rest = () => void this.orders.push('rest');
  setVolume = (gain: number) => void (this.volume = gain);
  setLevel = (deck: number, gain: number) => void (this.levels[deck] = gain);
  fade = (deck: number, to: number, seconds: number) => void this.orders.push(`fade ${deck} to ${to} in ${seconds}`);
  leadSeconds = () => 0.02;
  join = (from: number, to: number, seconds: number) =>
    void this.orders.push(`join ${from} ${to} ${seconds.toFixed(2)}`);
  reset = (deck: number) => void this.orders.push(`reset ${deck}`);
}
