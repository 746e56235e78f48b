import type { AudioLike } from '../player/audioDeck';

/** An audio element that obeys and makes no sound. */
export class FakeAudio {
  src = '';
  currentTime = 0;
  duration = Number.NaN;
  paused = true;
  volume = 1;
  /** When set, `play` fails with an error of that name. */
  refuses: string | null = null;
  private readonly handlers = new Map<string, (() => void)[]>();

  addEventListener(name: string, handler: () => void): void {
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler]);
  }

  get listenerCount(): number {
    return [...this.handlers.values()].flat().length;
  }

  fire(name: string): void {
    for (const handler of this.handlers.get(name) ?? []) handler();
  }

  play(): Promise<void> {
    if (this.refuses) return Promise.reject(Object.assign(new Error('no'), { name: this.refuses }));
    this.paused = false;
    this.fire('playing');
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.fire('pause');
  }

  load(): void {
    this.currentTime = 0;
  }

  removeAttribute(name: string): void {
    if (name === 'src') this.src = '';
  }

  asAudio(): AudioLike {
    return this as unknown as AudioLike;
  }
}
