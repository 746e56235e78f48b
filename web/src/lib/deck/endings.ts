import type { PlayEvent, Track } from '../api/types/tracks';
import type { Deck } from './deck.svelte';
import type { PlaybackEvents } from './playback.svelte';

/** So many tracks in a row that cannot be played, and it is not the tracks. */
const brokenInARow = 3;

/** How tracks end, and what then: the history notes it, a queue that ran out is chosen anew, a broken track passed over. */
export class Endings implements PlaybackEvents {
  private broken = 0;
  private resumeWhenBack = false;

  constructor(
    private readonly deck: Pick<Deck, 'history' | 'steering' | 'choosing' | 'link' | 'playback' | 'said' | 'text'>,
  ) {}

  onPlay(track: Track, event: PlayEvent, positionSeconds: number): void {
    // What starts or ends shows that the player works; only broken files in a row count.
    if (event === 'finished' || (event === 'skipped' && positionSeconds > 0)) this.broken = 0;
    const { way, radio } = this.deck.choosing;
    way.note(event, positionSeconds / (track.durationSeconds || Infinity), !radio && !!track.chosenFor);
    void this.note(track, event, positionSeconds);
  }

  /** A skip that taught something changes what follows; what ended well is no reason to. */
  private async note(track: Track, event: PlayEvent, positionSeconds: number): Promise<void> {
    const { history, steering, playback } = this.deck;
    const learnt = await history.note(track, event, positionSeconds);
    if (learnt && event === 'skipped' && playback.current) steering.learnt();
  }

  async onRunOut(): Promise<void> {
    const { steering, said, text } = this.deck;
    if (!(await steering.goOn())) said.say(text.t('status.nothingMore'));
  }

  /** A track that cannot be played is passed over, unless it is the server that is missing. */
  async onBroken(track: Track): Promise<void> {
    const { link, playback, said, text } = this.deck;
    await link.ask();
    if (link.gone) {
      this.resumeWhenBack = true;
      return;
    }
    this.broken++;
    said.say(text.t('status.unplayable', { title: track.title }));
    if (this.broken < brokenInARow) playback.advance();
  }

  /** What ended because the server was missing goes on. */
  async serverBack(): Promise<void> {
    if (this.resumeWhenBack) await this.deck.playback.resume();
    this.resumeWhenBack = false;
  }
}
