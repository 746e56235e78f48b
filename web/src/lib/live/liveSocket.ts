import type { LiveLearned, LiveMessage, LiveProblem, LiveReading, LiveText } from '../api/types/live';
import { backoffMs } from './backoff';

export type SocketState = 'closed' | 'connecting' | 'open' | 'waiting';

export interface LiveSocketEvents {
  onReading(reading: LiveReading): void;
  onProblem(problem: LiveProblem): void;
  onLearned(learned: LiveLearned): void;
  onState(state: SocketState): void;
}

/** What of a browser's WebSocket is used here. */
export type SocketLike = Pick<
  WebSocket,
  'binaryType' | 'readyState' | 'bufferedAmount' | 'send' | 'close' | 'onopen' | 'onclose' | 'onmessage' | 'onerror'
>;

const open = 1;

/** The live socket: frames out, readings in, and back again by itself when the server was gone. */
export class LiveSocket {
  private socket: SocketLike | null = null;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;

  constructor(
    private readonly events: LiveSocketEvents,
    private readonly connectTo: () => SocketLike,
  ) {}

  /** The live socket's address on the server that the page came from. */
  static address(page: Location): string {
    return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/api/v1/live`;
  }

  start(): void {
    if (this.socket ?? this.retry) return;
    this.failures = 0;
    this.connect();
  }

  stop(): void {
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    this.events.onState('closed');
  }

  /** Whether a frame sent now would leave now. */
  get ready(): boolean {
    return this.socket?.readyState === open && this.socket.bufferedAmount === 0;
  }

  send(frame: Blob): void {
    if (this.socket?.readyState === open) this.socket.send(frame);
  }

  /** Says something to the server; unheard while there is no connection. */
  tell(text: LiveText): void {
    if (this.socket?.readyState === open) this.socket.send(JSON.stringify(text));
  }

  private connect(): void {
    this.retry = null;
    this.events.onState('connecting');
    const socket = this.connectTo();
    this.socket = socket;
    socket.onopen = () => {
      if (socket !== this.socket) return;
      this.failures = 0;
      this.events.onState('open');
    };
    // A socket that was put away may still deliver what was on its way.
    socket.onmessage = (event: MessageEvent) => socket === this.socket && this.receive(event.data);
    socket.onclose = () => this.lost(socket);
    // A close always follows an error, and it is there that we act.
    socket.onerror = null;
  }

  private lost(socket: SocketLike): void {
    if (socket !== this.socket) return;
    this.socket = null;
    this.retry = setTimeout(() => this.connect(), backoffMs(this.failures++));
    this.events.onState('waiting');
  }

  private receive(data: unknown): void {
    if (typeof data !== 'string') return;
    let message: LiveMessage;
    try {
      message = JSON.parse(data) as LiveMessage;
    } catch {
      return;
    }
    if (message.type === 'reading') this.events.onReading(message);
    else if (message.type === 'problem') this.events.onProblem(message);
    else if (message.type === 'learned') this.events.onLearned(message);
  }
}
