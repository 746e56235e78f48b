import type { Deck } from './deck.svelte';

type Around = Pick<
  Deck,
  | 'api'
  | 'text'
  | 'link'
  | 'household'
  | 'mood'
  | 'choosing'
  | 'stations'
  | 'demo'
  | 'guide'
  | 'camera'
  | 'steering'
  | 'endings'
  | 'teller'
  | 'said'
  | 'failed'
>;

/** What the server has to play from, fetched when it is there first, is back, or its music changed. */
export class Stock {
  constructor(private readonly deck: Around) {}

  /** Whether the demo library is worth offering. */
  get offersDemo(): boolean {
    const { demo, link } = this.deck;
    if (!demo.demo || demo.demo.state === 'ready') return false;
    return demo.demo.state === 'running' || (link.status?.tracks.playable ?? 1) === 0;
  }

  /** The server said for the first time how it is. */
  async first(): Promise<void> {
    await this.load();
    this.deck.guide.offer(this.deck.link.status?.tracks.playable ?? 1);
  }

  /** The server was gone. */
  async back(): Promise<void> {
    const { said, text, choosing, steering, endings, teller } = this.deck;
    said.say(text.t('status.back'));
    if (!choosing.answer) await this.load();
    // What was asked for meanwhile went unheard.
    else if (choosing.problem) await steering.choose(false);
    await endings.serverBack();
    void teller.tell();
  }

  /** The demo library was made; it is played. */
  async demoReady(): Promise<void> {
    this.deck.said.say(this.deck.text.t('status.demoReady'));
    await this.changed(true);
  }

  /** Folders or the demo library came or went: the presets and the queue are of what there is now. */
  async changed(begin = false): Promise<void> {
    const { api, link, stations, choosing, steering } = this.deck;
    const hadMusic = (link.status?.tracks.playable ?? 0) > 0;
    void stations.load();
    await link.ask();
    try {
      choosing.facets = await api.facets();
    } catch (error) {
      this.deck.failed(error);
    }
    await steering.choose(begin || !hadMusic);
  }

  private async load(): Promise<void> {
    const { api, household, mood, choosing, stations, demo, steering, camera } = this.deck;
    try {
      const who = household.load();
      [mood.moods, choosing.facets] = await Promise.all([api.moods(), api.facets()]);
      await who;
      void stations.load();
      await Promise.all([demo.look(), steering.choose(false)]);
      camera.introduce();
    } catch (error) {
      this.deck.failed(error);
    }
  }
}
