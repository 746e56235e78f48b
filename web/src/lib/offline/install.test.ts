import { describe, expect, it, vi } from 'vitest';
import { Install } from './install.svelte';

function rig(outcome: 'accepted' | 'dismissed' = 'accepted') {
  const window = new EventTarget();
  const install = new Install();
  install.watch(window);
  const prompt = vi.fn(() => Promise.resolve({ outcome }));
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  return { window, install, prompt, offer };
}

describe('Install', () => {
  it('offered_onceTheBrowserOffers_andTheBrowserKeepsQuiet', () => {
    const { window, install, offer } = rig();
    expect(install.offered).toBe(false);
    window.dispatchEvent(offer);
    expect(install.offered).toBe(true);
    expect(offer.defaultPrevented).toBe(true);
  });

  it.each([
    ['accepted', true],
    ['dismissed', false],
  ] as const)('ask_%s_saysSoAndUsesTheOfferUp', async (outcome, installed) => {
    const { window, install, prompt, offer } = rig(outcome);
    window.dispatchEvent(offer);
    expect(await install.ask()).toBe(installed);
    expect(install.offered).toBe(false);
    expect(await install.ask()).toBe(false);
    expect(prompt).toHaveBeenCalledOnce();
  });

  it('appInstalled_fromTheBrowsersOwnMenu_endsTheOffer', () => {
    const { window, install, offer } = rig();
    window.dispatchEvent(offer);
    window.dispatchEvent(new Event('appinstalled'));
    expect(install.offered).toBe(false);
  });
});
