import type { ApiClient } from '../api/client';
import type { Feeling as Place } from '../api/types/sheet';

/** A hand that rests for so long has found the place. */
const restsAfterMs = 500;

/** Where a listener says that a track belongs; told to the server once the hand rests. */
export class Feeling {
  at = $state.raw<Place | null>(null);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private told: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly api: Pick<ApiClient, 'feel'>,
    private readonly listener: string,
    private readonly trackId: string,
    private stored: Place | null,
    private readonly onError: (error: unknown) => void,
    private readonly onTold: () => void = () => undefined,
  ) {
    this.at = stored;
  }

  place(at: Place | null): void {
    this.at = at;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), restsAfterMs);
  }

  /** Whoever leaves has found the place. */
  leave(): void {
    if (this.timer !== null) this.tell();
  }

  /** One after the other, so that the last one stays. */
  private tell(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { at } = this;
    this.told = this.told.then(async () => {
      try {
        await this.api.feel(this.listener, this.trackId, at);
        this.stored = at;
        this.onTold();
      } catch (error) {
        if (this.at === at) this.at = this.stored;
        this.onError(error);
      }
    });
  }
}
