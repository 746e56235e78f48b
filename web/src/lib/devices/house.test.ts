import { english } from '../testing/english';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ApiClient } from '../api/client';
import type { Lan, LanDevice, LanInvitation } from '../api/types/devices';
import { House } from './house.svelte';

const device = (id: string, name = 'Phone'): LanDevice => ({
  id,
  name,
  pairedAt: '2026-01-31T12:00:00+00:00',
  lastSeenAt: '2026-01-31T12:00:00+00:00',
});

class FakeLan {
  state: Lan = { on: true, urls: ['https://192.0.2.5:5443'], fingerprint: 'AA', mayManage: true, device: null };
  all = [device('a')];
  failure: Error | null = null;
  private answer = <T>(value: T): Promise<T> => (this.failure ? Promise.reject(this.failure) : Promise.resolve(value));

  lan = () => this.answer(this.state);
  devices = () => this.answer([...this.all]);
  invite = () =>
    this.answer<LanInvitation>({
      url: 'https://192.0.2.5:5443/pair#x',
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
      qr: { size: 1, rows: ['1'] },
    });
  renameDevice = (id: string, name: string) => this.answer(device(id, name));
  removeDevice = (id: string) => {
    this.all = this.all.filter((d) => d.id !== id);
    return this.answer(null);
  };
}

let api: FakeLan;
let house: House;

beforeEach(async () => {
  vi.useFakeTimers();
  api = new FakeLan();
  house = new House(api as unknown as ApiClient, english());
  await house.open();
});

afterEach(() => {
  house.close();
  vi.useRealTimers();
});

it('knows who is let in', () => {
  expect(house.lan?.on).toBe(true);
  expect(house.devices.map((d) => d.id)).toEqual(['a']);
});

it('puts the code away when a device has come by it', async () => {
  await house.invite();
  await vi.advanceTimersByTimeAsync(2000);
  expect(house.invitation).not.toBeNull();
  api.all.push(device('b', 'Kitchen'));
  await vi.advanceTimersByTimeAsync(2000);
  expect(house.invitation).toBeNull();
  expect(house.arrived?.name).toBe('Kitchen');
});

it('counts down and puts a code away that ran out', async () => {
  await house.invite();
  expect(house.secondsLeft).toBe(600);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(house.secondsLeft).toBe(540);
  await vi.advanceTimersByTimeAsync(540_000);
  expect(house.invitation).toBeNull();
});

it('renames and removes', async () => {
  await house.rename('a', 'Kitchen');
  expect(house.devices[0]?.name).toBe('Kitchen');
  await house.remove('a');
  expect(house.devices).toEqual([]);
});

it('asks for no list where devices are not managed', async () => {
  api.state = { ...api.state, mayManage: false, device: device('a') };
  const asked = vi.spyOn(api, 'devices');
  await house.open();
  await vi.advanceTimersByTimeAsync(4000);
  expect(asked).not.toHaveBeenCalled();
});

it('says what went wrong, and no longer once it works', async () => {
  api.failure = new Error('Start MoodDeck with: mooddeck serve --lan');
  await house.invite();
  expect(house.problem).toContain('--lan');
  api.failure = null;
  await house.invite();
  expect(house.problem).toBe('');
});

it('looks no more once it is closed', async () => {
  house.close();
  const asked = vi.spyOn(api, 'devices');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).not.toHaveBeenCalled();
});
