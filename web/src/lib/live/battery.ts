import type { Power } from './framePolicy';

interface BatteryManager extends EventTarget, Power {}

/** Tells how the battery is, now and at every change, where the browser says. Gives the way to end it. */
export function watchBattery(tell: (power: Power) => void, of: object = navigator): () => void {
  const over = new AbortController();
  const { getBattery } = of as { getBattery?: () => Promise<BatteryManager> };
  getBattery?.call(of).then(
    (battery) => {
      if (over.signal.aborted) return;
      const say = () => tell({ charging: battery.charging, level: battery.level });
      for (const change of ['chargingchange', 'levelchange']) battery.addEventListener(change, say, over);
      say();
    },
    // A browser may refuse; then it is as if there were no battery.
    () => undefined,
  );
  return () => over.abort();
}
