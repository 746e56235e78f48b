import type { LiveReading } from '../api/types/live';
import type { MoodPoint } from '../api/types/tracks';
import type { Deck } from './deck.svelte';

type Around = Pick<
  Deck,
  | 'settings'
  | 'save'
  | 'camera'
  | 'photo'
  | 'ownFace'
  | 'trainer'
  | 'trialCamera'
  | 'mood'
  | 'history'
  | 'teller'
  | 'steering'
  | 'link'
>;

/** What looks at faces and when: the camera, photos, the trial of a trained model, and the notice before all of them. */
export class Eye {
  /** Whether the notice before the first camera frame is open. */
  asking = $state(false);
  /** How the listener looks right now; null while no camera sees them, or their face cannot be judged. */
  seen: MoodPoint | null = null;
  /** What the notice was opened for; it is done once, and not at all once it was declined. */
  private afterNotice: (() => void) | null = null;

  constructor(private readonly deck: Around) {}

  pressCamera(): void {
    if (this.deck.camera.camera !== 'off') return this.stopCamera();
    this.askFirst(() => void this.startCamera());
  }

  answerNotice(agreed: boolean): void {
    const look = this.afterNotice;
    this.afterNotice = null;
    this.asking = false;
    if (!agreed) return;
    this.deck.settings.consent = true;
    this.deck.save();
    look?.();
  }

  /** Agreed to what the notice says where the guide says it: its camera is the Deck's own. */
  agreeInGuide(): void {
    this.afterNotice = () => {
      if (this.deck.camera.camera === 'off') void this.startCamera();
    };
    this.answerNotice(true);
  }

  /** Takes the word back that let the camera look; it is asked for again. */
  withdrawConsent(): void {
    this.stopCamera();
    this.deck.trialCamera.stop();
    this.deck.settings.consent = false;
    this.deck.save();
  }

  /** Shows the camera's picture as the trained model reads it; the Deck's own look at the camera ends. */
  tryTrained(): void {
    const { trainer, trialCamera } = this.deck;
    const id = trainer.training?.id;
    if (id === undefined) return;
    this.stopCamera();
    trainer.putAway();
    this.askFirst(() => void trialCamera.start(id));
  }

  async showPhoto(file: File): Promise<void> {
    const { photo, camera, mood, teller, settings, steering } = this.deck;
    this.forgetAdvice();
    const read = await photo.read(file);
    if (!read) return;
    if (camera.camera !== 'off') camera.switchOff();
    if (!read.analysis.mood) return;
    mood.setPhoto(read.analysis.mood);
    if (mood.mood) teller.see(mood.mood, 'photo');
    if (settings.strategy === 'hold') settings.strategy = 'match';
    steering.startOver();
    await steering.choose(true);
  }

  /** What the server reads in the camera's frames. */
  read({ estimate, neutral, faces, room, listener }: LiveReading): void {
    const { ownFace, mood, history, teller, link, steering } = this.deck;
    ownFace.heardRest(neutral);
    this.seen = null;
    if (!estimate) return;
    mood.setFace(estimate);
    // Of the room it is everybody's mood; without a face that could be judged it is an old one.
    const theirs = !room && listener === history.listener?.id;
    if (theirs && faces.some((face) => face.main && face.judged)) {
      teller.see(estimate, 'camera');
      this.seen = { valence: estimate.valence, arousal: estimate.arousal };
    }
    if (!link.gone) steering.see(estimate);
  }

  /** What was wrong with the camera or a photo is no matter any more. */
  forgetAdvice(): void {
    this.deck.camera.problem = null;
    this.deck.photo.problem = '';
  }

  /** Nothing looks through a camera before the notice was agreed to. */
  private askFirst(look: () => void): void {
    if (this.deck.settings.consent) return look();
    this.afterNotice = look;
    this.asking = true;
  }

  private async startCamera(): Promise<void> {
    this.forgetAdvice();
    this.deck.photo.putAway();
    this.deck.steering.startOver();
    await this.deck.camera.switchOn();
  }

  private stopCamera(): void {
    if (this.deck.camera.camera === 'off') return;
    this.deck.camera.switchOff();
    this.deck.steering.startOver();
  }
}
