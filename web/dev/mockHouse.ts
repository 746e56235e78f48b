import type { Lan, LanDevice, LanInvitation } from '../src/lib/api/types/devices.ts';

const fingerprint = Array.from({ length: 32 }, (_, i) => ((i * 37 + 11) % 256).toString(16).padStart(2, '0'))
  .join(':')
  .toUpperCase();

/** A house with two devices; MOCK_LAN=off shuts its door. */
export class MockHouse {
  private readonly isOn = process.env['MOCK_LAN'] !== 'off';
  private devices: LanDevice[] = [
    { id: 'a', name: 'Kitchen tablet', pairedAt: '2026-03-01T08:00:00Z', lastSeenAt: new Date().toISOString() },
    { id: 'b', name: 'Chrome on Android', pairedAt: '2026-03-02T08:00:00Z', lastSeenAt: '2026-11-18T08:00:00Z' },
  ];

  answer(method: string, what: string, id: string | undefined, body: { name?: string }): unknown {
    switch (`${method} ${what}`) {
      case 'GET ':
        return this.state();
      case 'POST invitation':
        return invitation();
      case 'PUT devices':
        this.devices = this.devices.map((d) => (d.id === id ? { ...d, name: body.name ?? d.name } : d));
        return this.devices.find((d) => d.id === id);
      case 'DELETE devices':
        this.devices = this.devices.filter((d) => d.id !== id);
        return null;
      default:
        return this.devices;
    }
  }

  private state(): Lan {
    return {
      on: this.isOn,
      urls: this.isOn ? ['https://192.168.1.20:5443'] : [],
      fingerprint: this.isOn ? fingerprint : null,
      mayManage: true,
      device: null,
    };
  }
}

/** Squares that look like a code and open nothing. */
function invitation(): LanInvitation {
  const size = 33;
  const dark = (x: number, y: number) => {
    const eye = (ex: number, ey: number) => Math.max(Math.abs(x - ex), Math.abs(y - ey));
    const near = Math.min(eye(3, 3), eye(29, 3), eye(3, 29));
    return near <= 4 ? near === 3 || near <= 1 : (x * 7 + y * 13 + x * y * 3) % 5 < 2;
  };
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (dark(x, y) ? '1' : '0')).join(''),
  );
  const expiresAt = new Date(Date.now() + 600_000).toISOString();
  return { url: 'https://192.168.1.20:5443/pair#Jx2v9QmTr4', expiresAt, qr: { size, rows } };
}
