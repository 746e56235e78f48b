import type { LiveFace, LiveLearned, LiveProblem, LiveReading, LiveText } from '../api/types/live';
import { watchBattery } from '../live/battery';
import { closeCamera, openCamera } from '../live/camera';
import type { CameraProblem } from '../live/cameraProblems';
import { FrameSender } from '../live/frameSender';
import { openFrames } from '../live/frameSource';
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

/** The camera, its lamp, and what the server reads in its frames. */
export class Viewfinder {
  camera = $state<CameraState>('off');
  lamp = $state(false);
  problem = $state<CameraProblem | null>(null);
  socket = $state<SocketState>('closed');
  stream = $state.raw<MediaStream | null>(null);
  reading = $state.raw<LiveReading | null>(null);
  /** Whether the mood is that of everybody before the camera. */
  room = $state(false);
  face: LiveFace | null = $derived(this.reading?.faces.find((face) => face.main) ?? null);
  /** Whether there is a choice between one face and the room. */
  several: boolean = $derived((this.reading?.faces.length ?? 0) > 1);

  private readonly live: LiveSocket;
  private readonly sender: FrameSender;

  constructor(private readonly events: ViewfinderEvents) {
    this.live = new LiveSocket(
      {
        onReading: (reading) => this.read(reading),
        onProblem: (problem) => {
          this.sender.answered();
          this.events.onProblem(problem);
        },
        onLearned: (learned) => this.events.onLearned(learned),
        onState: (state) => this.linked(state),
      },
      () => new WebSocket(LiveSocket.address(location)),
    );
    this.sender = new FrameSender(this.live);
  }

  async switchOn(): Promise<void> {
    if (this.camera !== 'off') return;
    this.camera = 'opening';
    this.problem = null;
    const outcome = await openCamera(navigator.mediaDevices);
    if ('problem' in outcome) {
      this.camera = 'off';
      this.problem = outcome.problem;
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

  /** Sends the frames of a stream that a video shows; the function returned ends that. */
  attach(video: HTMLVideoElement, stream: MediaStream): () => void {
    let delivered = false;
    const light = () => (this.lamp = delivered && this.camera === 'on' && !document.hidden);
    // A page that is not seen does not look: its camera rests until it is.
    const rest = () => {
      for (const track of stream.getTracks()) track.enabled = !document.hidden;
      this.sender.policy.hidden = document.hidden;
      this.sender.renew();
      light();
    };
    const endWatch = watchFrames(video, (now) => {
      delivered = now;
      light();
    });
    const endSending = this.sender.start(openFrames(video, stream));
    const endBattery = watchBattery((power) => (this.sender.policy.power = power));
    document.addEventListener('visibilitychange', rest);
    rest();
    return () => {
      document.removeEventListener('visibilitychange', rest);
      endBattery();
      endSending();
      endWatch();
    };
  }

  private read(reading: LiveReading): void {
    this.sender.answered(reading);
    if (this.camera !== 'on') return;
    this.reading = reading;
    this.events.onReading(reading);
  }

  private linked(state: SocketState): void {
    this.socket = state;
    this.sender.renew();
    if (state === 'open') this.introduce();
    else {
      this.reading = null;
      this.events.onGone();
    }
  }

  private unplugged(): void {
    if (this.camera !== 'on') return;
    this.switchOff();
    this.problem = 'unplugged';
  }
}
