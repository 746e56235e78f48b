import type { ApiClient } from '../api/client';
import { sentenceOf } from '../api/problem';
import type { AnalyzedImage } from '../api/types';
import { closeCamera, openCamera } from '../live/camera';
import { FrameGrabber } from '../live/frameGrabber';

/** The pause between an answer and the next frame: enough to see a face change, little work for the server. */
const pauseMs = 200;

/** The camera as a trained model reads it, frame by frame, while it is tried. */
export class TrialCamera {
  stream = $state.raw<MediaStream | null>(null);
  reading = $state.raw<AnalyzedImage | null>(null);
  /** What to do about a camera or a model that does not work. */
  advice = $state('');
  private id = '';
  private looks = 0;

  constructor(private readonly api: ApiClient) {}

  async start(id: string): Promise<void> {
    this.stop();
    const look = ++this.looks;
    const outcome = await openCamera(navigator.mediaDevices);
    if ('advice' in outcome) {
      this.advice = outcome.advice;
      return;
    }
    // Stopped while the browser still asked.
    if (look !== this.looks) return closeCamera(outcome.stream);
    [this.id, this.stream] = [id, outcome.stream];
  }

  stop(): void {
    this.looks++;
    if (this.stream) closeCamera(this.stream);
    this.stream = null;
    this.reading = null;
    this.advice = '';
  }

  /** Reads what a video shows until the returned function is called. */
  attach(video: HTMLVideoElement): () => void {
    let on = true;
    const look = async (grabber: FrameGrabber) => {
      while (on) {
        // A page that is not seen does not look.
        const frame = document.hidden ? null : await grabber.grab(video);
        try {
          const reading = frame ? await this.api.tryTraining(this.id, frame) : null;
          if (on && reading) [this.reading, this.advice] = [reading, ''];
        } catch (error) {
          if (on) this.advice = sentenceOf(error);
        }
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    };
    void look(new FrameGrabber());
    return () => (on = false);
  }
}
