import type { Face, LiveReading } from '../api/types';
import { closeCamera, openCamera } from '../live/camera';
import { FrameGrabber } from '../live/frameGrabber';
import { FramePacer } from '../live/framePacer';
import { watchFrames } from '../live/frameWatch';
import { LiveSocket, type SocketState } from '../live/liveSocket';
import { largestFace } from '../mood/largestFace';

export type CameraState = 'off' | 'opening' | 'on';

/** How often it is looked whether a frame may go; finer than the pace, so that the pace is kept. */
const lookEveryMs = 20;

/** The camera, its lamp, and what the server reads in its frames. */
export class Viewfinder {
  camera = $state<CameraState>('off');
  lamp = $state(false);
  advice = $state('');
  socket = $state<SocketState>('closed');
  stream = $state.raw<MediaStream | null>(null);
  reading = $state.raw<LiveReading | null>(null);
  face: Face | null = $derived(this.reading ? largestFace(this.reading.faces) : null);

  private readonly pacer = new FramePacer();
  private readonly live: LiveSocket;
  private grabber: FrameGrabber | null = null;

  constructor(private readonly onReading: (reading: LiveReading) => void) {
    this.live = new LiveSocket(
      {
        onReading: (reading) => this.read(reading),
        onProblem: () => this.pacer.answered(),
        onState: (state) => this.linked(state),
      },
      () => new WebSocket(LiveSocket.address(location)),
    );
  }

  async switchOn(): Promise<void> {
    if (this.camera !== 'off') return;
    this.camera = 'opening';
    this.advice = '';
    const outcome = await openCamera(navigator.mediaDevices);
    if ('advice' in outcome) {
      this.camera = 'off';
      this.advice = outcome.advice;
      return;
    }
    // Switched off again while the browser was asking.
    if (this.camera !== 'opening') return closeCamera(outcome.stream);
    for (const track of outcome.stream.getTracks()) {
      track.onended = () => this.unplugged();
    }
    this.stream = outcome.stream;
    this.camera = 'on';
    this.live.start();
  }

  switchOff(): void {
    if (this.stream) closeCamera(this.stream);
    this.live.stop();
    this.camera = 'off';
    this.stream = null;
    this.reading = null;
    this.lamp = false;
  }

  /** Sends the frames of a video that shows the stream; the function returned ends that. */
  attach(video: HTMLVideoElement): () => void {
    this.grabber ??= new FrameGrabber();
    let delivered = false;
    const light = () => (this.lamp = delivered && this.camera === 'on' && !document.hidden);
    const endWatch = watchFrames(video, (now) => {
      delivered = now;
      light();
    });
    const timer = setInterval(() => void this.look(video), lookEveryMs);
    // A page that is not seen does not look: its camera rests until it is.
    const rest = () => {
      for (const track of this.stream?.getTracks() ?? []) track.enabled = !document.hidden;
      light();
    };
    document.addEventListener('visibilitychange', rest);
    return () => {
      clearInterval(timer);
      endWatch();
      document.removeEventListener('visibilitychange', rest);
    };
  }

  private async look(video: HTMLVideoElement): Promise<void> {
    const now = performance.now();
    if (document.hidden || !this.live.ready || !this.pacer.maySend(now)) return;
    this.pacer.sent(now);
    const frame = await this.grabber?.grab(video);
    if (frame && this.camera === 'on' && !document.hidden) this.live.send(frame);
    else this.pacer.reset();
  }

  private read(reading: LiveReading): void {
    this.pacer.answered();
    if (this.camera !== 'on') return;
    this.reading = reading;
    this.onReading(reading);
  }

  private linked(state: SocketState): void {
    this.socket = state;
    this.pacer.reset();
    if (state !== 'open') this.reading = null;
  }

  private unplugged(): void {
    if (this.camera !== 'on') return;
    this.switchOff();
    this.advice = 'The camera went away. Plug it in and press the switch again.';
  }
}
