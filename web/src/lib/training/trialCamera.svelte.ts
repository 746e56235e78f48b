import type { ApiClient } from '../api/client';
import type { AnalyzedImage } from '../api/types/faces';
import { problemOf } from '../i18n/remark';
import type { Text } from '../i18n/text.svelte';
import { closeCamera, openCamera } from '../live/camera';
import { FrameGrabber } from '../live/frameGrabber';
import { watchFrames } from '../live/frameWatch';

/** The pause between an answer and the next frame: enough to see a face change, little work for the server. */
const pauseMs = 200;

/** The camera as a trained model reads it, frame by frame, while it is tried. */
export class TrialCamera {
  stream = $state.raw<MediaStream | null>(null);
  /** Lit exactly while the camera delivers frames. */
  lamp = $state(false);
  reading = $state.raw<AnalyzedImage | null>(null);
  /** What to do about a camera or a model that does not work. */
  advice = $state('');
  private id = '';
  private looks = 0;

  constructor(
    private readonly api: ApiClient,
    private readonly text: Text,
  ) {}

  async start(id: string): Promise<void> {
    this.stop();
    const look = ++this.looks;
    const outcome = await openCamera(navigator.mediaDevices);
    if ('problem' in outcome) {
      this.advice = this.text.t(`camera.problem.${outcome.problem}.says`);
      return;
    }
    // Stopped while the browser still asked.
    if (look !== this.looks) return closeCamera(outcome.stream);
    for (const track of outcome.stream.getTracks()) {
      track.onended = () => this.unplugged(outcome.stream);
    }
    [this.id, this.stream] = [id, outcome.stream];
  }

  stop(): void {
    this.looks++;
    if (this.stream) closeCamera(this.stream);
    this.stream = null;
    this.lamp = false;
    this.reading = null;
    this.advice = '';
  }

  /** Reads what a video shows of a stream until the returned function is called. */
  attach(video: HTMLVideoElement, stream: MediaStream): () => void {
    let on = true;
    let delivered = false;
    const light = () => (this.lamp = delivered && this.stream === stream && !document.hidden);
    // A page that is not seen does not look: its camera rests until it is.
    const rest = () => {
      for (const track of stream.getTracks()) track.enabled = !document.hidden;
      light();
    };
    const endWatch = watchFrames(video, (now) => {
      delivered = now;
      light();
    });
    document.addEventListener('visibilitychange', rest);
    rest();
    const look = async (grabber: FrameGrabber) => {
      while (on) {
        try {
          const frame = document.hidden ? null : await grabber.grab(video);
          const reading = frame ? await this.api.tryTraining(this.id, frame) : null;
          if (on && reading) [this.reading, this.advice] = [reading, ''];
        } catch (error) {
          if (on) this.advice = problemOf(this.text, error);
        }
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    };
    void look(new FrameGrabber());
    return () => {
      on = false;
      document.removeEventListener('visibilitychange', rest);
      endWatch();
    };
  }

  private unplugged(stream: MediaStream): void {
    if (stream !== this.stream) return;
    this.stop();
    this.advice = this.text.t('camera.problem.unplugged.says');
  }
}
