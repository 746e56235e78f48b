import type { LiveFace, LiveLearned, LiveProblem, LiveReading, LiveText } from '../api/types';
import { closeCamera, openCamera } from '../live/camera';
import { FrameGrabber } from '../live/frameGrabber';
import { FramePacer } from '../live/framePacer';
import { watchFrames } from '../live/frameWatch';
import { LiveSocket, type SocketState } from '../live/liveSocket';

export type CameraState = 'off' | 'opening' | 'on';

export interface ViewfinderEvents {
  onReading(reading: LiveReading): void;
  onProblem(problem: LiveProblem): void;
  onLearned(learned: LiveLearned): void;
  /** The camera is off or the server is gone: nothing that was begun goes on. */
  onGone(): void;
  /** The listener whose face the main one is; null while nobody is known. */
  listener(): string | null;
}

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
  /** Whether the mood is that of everybody before the camera. */
  room = $state(false);
  face: LiveFace | null = $derived(this.reading?.faces.find((face) => face.main) ?? null);
  /** Whether there is a choice between one face and the room. */
  several: boolean = $derived((this.reading?.faces.length ?? 0) > 1);

  private readonly pacer = new FramePacer();
  private readonly live: LiveSocket;
  private grabber: FrameGrabber | null = null;

  constructor(private readonly events: ViewfinderEvents) {
    this.live = new LiveSocket(
      {
        onReading: (reading) => this.read(reading),
        onProblem: (problem) => {
          this.pacer.answered();
          this.events.onProblem(problem);
        },
        onLearned: (learned) => this.events.onLearned(learned),
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
    this.room = false;
    this.events.onGone();
  }

  tell(text: LiveText): void {
    this.live.tell(text);
  }

  /** Says whose face it is; said again on every new connection. */
  introduce(): void {
    const id = this.events.listener();
    if (id !== null) this.tell({ type: 'listener', id });
    if (this.room) this.tell({ type: 'room', on: true });
  }

  readRoom(on: boolean): void {
    this.room = on;
    this.tell({ type: 'room', on });
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
    this.events.onReading(reading);
  }

  private linked(state: SocketState): void {
    this.socket = state;
    this.pacer.reset();
    if (state === 'open') this.introduce();
    else {
      this.reading = null;
      this.events.onGone();
    }
  }

  private unplugged(): void {
    if (this.camera !== 'on') return;
    this.switchOff();
    this.advice = 'The camera went away. Plug it in and press the switch again.';
  }
}
