import { describe, expect, it } from 'vitest';
import { watchBattery } from './battery';
import type { Power } from './framePolicy';

const settled = () => new Promise((resolve) => setTimeout(resolve));

function laptop(charging: boolean, level: number) {
  const battery = Object.assign(new EventTarget(), { charging, level });
  return { battery, of: { getBattery: () => Promise.resolve(battery) } };
}

describe('watchBattery', () => {
  it('saysHowItIsAndEveryChangeUntilEnded', async () => {
    const { battery, of } = laptop(true, 0.8);
    const heard: Power[] = [];
    const end = watchBattery((power) => heard.push(power), of);
    await settled();
    battery.charging = false;
    battery.dispatchEvent(new Event('chargingchange'));
    end();
    battery.level = 0.1;
    battery.dispatchEvent(new Event('levelchange'));
    expect(heard).toEqual([
      { charging: true, level: 0.8 },
      { charging: false, level: 0.8 },
    ]);
  });

  it.each([
    ['without a battery', {}],
    ['refused', { getBattery: () => Promise.reject(new Error('no')) }],
  ])('%s_saysNothing', async (_, of) => {
    const heard: Power[] = [];
    watchBattery((power) => heard.push(power), of);
    await settled();
    expect(heard).toEqual([]);
  });
});
