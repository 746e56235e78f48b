import type { LiveReading } from '../api/types/live';
import { FramePacer } from './framePacer';
import { FramePolicy } from './framePolicy';
import type { FrameSource } from './frameSource';

/** Where frames go. */
export interface FrameLink {
  /** Whether a frame sent now would leave now. */
  readonly ready: boolean;
  send(frame: Blob): void;
}

/** How often it is looked whether the line is free, once a frame is due. */
const lookEveryMs = 20;

/** Sends a camera's frames, at the pace the policy gives and never faster than they are answered. */
export class FrameSender {
  readonly policy = new FramePolicy();
  private readonly pacer = new FramePacer();
  private source: FrameSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly link: FrameLink,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Sends the frames of a source, which is closed by the function that is returned. */
  start(source: FrameSource): () => void {
    this.source = source;
    this.renew();
    return () => {
      source.close();
      if (this.source !== source) return;
      this.source = null;
      clearTimeout(this.timer);
    };
  }

  /** Nothing is in flight any more, and what was seen is past: the link or the view changed. */
  renew(): void {
    this.pacer.reset();
    this.policy.begin(this.now());
    this.plan();
  }

  /** A frame was answered, with what was read or with a problem. */
  answered(reading?: LiveReading): void {
    this.pacer.answered();
    if (reading) this.policy.saw(reading, this.now());
    this.plan();
  }

  private plan(): void {
    clearTimeout(this.timer);
    const now = this.now();
    const spacing = this.policy.spacingMs(now);
    if (!this.source || spacing === Infinity) return;
    this.timer = setTimeout(() => this.look(), Math.max(lookEveryMs, this.pacer.dueInMs(now, spacing)));
  }

  private look(): void {
    const { source } = this;
    const now = this.now();
    if (source && this.link.ready && this.pacer.maySend(now, this.policy.spacingMs(now))) {
      this.pacer.sent(now);
      void source.next().then((frame) => this.pass(frame, source));
    }
    this.plan();
  }

  private pass(frame: Blob | null, source: FrameSource): void {
    if (source !== this.source) return;
    if (frame && !this.policy.hidden) return this.link.send(frame);
    this.pacer.reset();
    this.plan();
  }
}
