import type { ApiClient } from '../api/client';
import { problemOf } from '../i18n/remark';
import type { Text } from '../i18n/text.svelte';
import type { DemoState } from '../api/types/status';

const pollMs = 500;

/** The demo library: offered when nothing plays here yet, made on the server, then played. */
export class DemoMaker {
  demo = $state.raw<DemoState | null>(null);
  problem = $state('');
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly api: ApiClient,
    private readonly text: Text,
    private readonly onReady: () => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Looks how far it is; when it is being made already, stays with it until it is ready. */
  async look(): Promise<void> {
    try {
      this.take(await this.api.demo());
    } catch (error) {
      this.onError(error);
    }
  }

  async make(): Promise<void> {
    this.problem = '';
    this.demo = { state: 'running', done: 0, total: this.demo?.total ?? 0, detail: null };
    try {
      await this.api.makeDemo();
      await this.poll();
    } catch (error) {
      this.demo = { state: 'absent', done: 0, total: 0, detail: null };
      this.problem = problemOf(this.text, error);
      this.onError(error);
    }
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async poll(): Promise<void> {
    this.timer = null;
    try {
      const demo = await this.api.demo();
      this.take(demo);
      if (demo.state === 'ready') this.onReady();
    } catch (error) {
      this.onError(error);
      this.wait();
    }
  }

  private take(demo: DemoState): void {
    this.demo = demo;
    if (demo.state === 'failed') this.problem = demo.detail ?? this.text.t('music.demo.failed');
    if (demo.state === 'running') this.wait();
  }

  private wait(): void {
    this.timer ??= setTimeout(() => void this.poll(), pollMs);
  }
}
