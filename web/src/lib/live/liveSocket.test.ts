import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveSocket, type SocketLike } from './liveSocket';

class FakeSocket {
  binaryType = 'blob' as const;
  readyState = 0;
  bufferedAmount = 0;
  sent: unknown[] = [];
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror = null;
  send(data: unknown) {
    this.sent.push(data);
  }
  close() {
    this.readyState = 3;
    this.onclose?.();
  }
  opens() {
    this.readyState = 1;
    this.onopen?.();
  }
}

function rig() {
  const sockets: FakeSocket[] = [];
  const events = { onReading: vi.fn(), onProblem: vi.fn(), onLearned: vi.fn(), onState: vi.fn() };
  const live = new LiveSocket(events, () => {
    const socket = new FakeSocket();
    sockets.push(socket);
    return socket as unknown as SocketLike;
  });
  const last = () => sockets[sockets.length - 1] as FakeSocket;
  return { sockets, events, live, last };
}

describe('LiveSocket', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('address_ofAPlainAndASecurePage_followsItsScheme', () => {
    const page = (protocol: string) => ({ protocol, host: 'deck.local:5080' }) as Location;
    expect(LiveSocket.address(page('http:'))).toBe('ws://deck.local:5080/api/v1/live');
    expect(LiveSocket.address(page('https:'))).toBe('wss://deck.local:5080/api/v1/live');
  });

  it('message_ofEachType_reachesItsHandler_andNoiseNone', () => {
    const { live, last, events } = rig();
    live.start();
    last().opens();
    last().onmessage?.({ data: '{"type":"reading","frame":1}' });
    last().onmessage?.({ data: '{"type":"problem","frame":2,"detail":"no"}' });
    last().onmessage?.({ data: '{"type":"learned","frame":3,"label":"fear"}' });
    last().onmessage?.({ data: '{"type":"something later"}' });
    last().onmessage?.({ data: '{half' });
    expect(events.onReading).toHaveBeenCalledExactlyOnceWith({ type: 'reading', frame: 1 });
    expect(events.onProblem).toHaveBeenCalledExactlyOnceWith({ type: 'problem', frame: 2, detail: 'no' });
    expect(events.onLearned).toHaveBeenCalledExactlyOnceWith({ type: 'learned', frame: 3, label: 'fear' });
  });

  it('close_byTheServer_reconnectsWithGrowingWaits', () => {
    const { live, sockets, last, events } = rig();
    live.start();
    for (const wait of [500, 1000, 2000]) {
      const before = sockets.length;
      last().close();
      expect(events.onState).toHaveBeenLastCalledWith('waiting');
      vi.advanceTimersByTime(wait * 0.74);
      expect(sockets).toHaveLength(before);
      vi.advanceTimersByTime(wait * 0.26);
      expect(sockets).toHaveLength(before + 1);
    }
  });

  it('stop_whileWaiting_neverReconnects', () => {
    const { live, sockets, last } = rig();
    live.start();
    last().close();
    live.stop();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
  });

  it('stop_whileOpen_closesWithoutRetry', () => {
    const { live, sockets, last, events } = rig();
    live.start();
    last().opens();
    live.stop();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(last().readyState).toBe(3);
    expect(events.onState).toHaveBeenLastCalledWith('closed');
  });

  it('ready_whileTheLastFrameIsStillBuffered_isFalse', () => {
    const { live, last } = rig();
    live.start();
    expect(live.ready).toBe(false);
    last().opens();
    expect(live.ready).toBe(true);
    last().bufferedAmount = 9000;
    expect(live.ready).toBe(false);
  });
});
