import type { WorkerAsk } from '../../sw/messages';

const script = '/sw.js';

/** What of the browser is used here. */
export interface Browser {
  workers: Pick<ServiceWorkerContainer, 'register' | 'addEventListener' | 'controller'>;
  reload(): void;
  /** Asks again for what the page was opened with. */
  refetch(): void;
}

/** Keeps the page's service worker, and knows when it has fetched a newer MoodDeck than the one that runs. */
export class Updates {
  /** Whether a newer one is ready to be opened. */
  ready = $state(false);
  private registration: ServiceWorkerRegistration | null = null;
  /** Asked for on this page: it is reloaded as soon as the newer one has taken over. */
  private opening = false;

  /** @param own the path of the script that runs, whose name tells its version */
  constructor(
    private readonly browser: Browser,
    private readonly own: string,
  ) {}

  async start(): Promise<void> {
    const { workers, refetch } = this.browser;
    // On the first visit the letters and the language of this listener were fetched before there was a worker to keep them.
    if (!workers.controller) workers.addEventListener('controllerchange', refetch, { once: true });
    workers.addEventListener('controllerchange', () => void this.changed());
    try {
      this.registration = await workers.register(script);
    } catch {
      // Refused by the browser (a private window, a certificate it does not trust): then the Deck is just not there offline.
      return;
    }
    this.registration.addEventListener('updatefound', () => {
      const { installing } = this.registration ?? {};
      installing?.addEventListener('statechange', () => void this.weigh());
    });
    await this.weigh();
  }

  /** Looks whether the server has a newer one; worth it when the server was away. */
  look(): void {
    // Nothing to be said where that fails: the server is then gone once more.
    this.registration?.update().catch(() => undefined);
  }

  /** Opens the newer one. */
  open(): void {
    // Where nothing waits any more, another page has let it take over: it is what a reload opens.
    if (!this.registration?.waiting) return this.browser.reload();
    this.opening = true;
    this.tell({ ask: 'take over' });
  }

  later(): void {
    this.ready = false;
  }

  /** A worker that waits is newer than its forerunner, but the page may be of its version already. */
  private async weigh(): Promise<void> {
    const waiting = this.registration?.waiting;
    if (!waiting) return;
    if (await keeps(waiting, this.own)) this.tell({ ask: 'take over' });
    else this.ready = true;
  }

  /** Another worker has taken over, asked by this page or by another one. */
  private async changed(): Promise<void> {
    const { workers, reload } = this.browser;
    if (this.opening) {
      this.opening = false;
      return reload();
    }
    const { controller } = workers;
    if (controller && !(await keeps(controller, this.own))) this.ready = true;
  }

  private tell(ask: WorkerAsk): void {
    this.registration?.waiting?.postMessage(ask);
  }
}

function keeps(worker: ServiceWorker, path: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<boolean>) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage({ ask: 'keeps', path } satisfies WorkerAsk, [port2]);
  });
}
