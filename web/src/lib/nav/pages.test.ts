import { describe, expect, it } from 'vitest';
import { hrefOf, Pages } from './pages.svelte';

function windowAt(hash: string) {
  const heard: (() => void)[] = [];
  const window = {
    location: { hash },
    addEventListener: (_: string, listener: () => void) => void heard.push(listener),
  };
  return { window, change: () => heard.forEach((listener) => listener()) };
}

describe('pages', () => {
  it('reads the page and the place within it from the address', () => {
    const { window } = windowAt('#library/artists/Sigur%20R%C3%B3s');
    const pages = new Pages(window);
    expect(pages.page).toBe('library');
    expect(pages.place).toEqual(['artists', 'Sigur Rós']);
  });

  it('takes an address it does not know for the deck', () => {
    expect(new Pages(windowAt('#nowhere').window).page).toBe('deck');
    expect(new Pages(windowAt('#library/%E0%A4%A').window).place).toEqual(['%E0%A4%A']);
  });

  it('follows the address as it changes', () => {
    const { window, change } = windowAt('');
    const pages = new Pages(window);
    pages.go('journal');
    change();
    expect(pages.page).toBe('journal');
  });

  it('writes addresses that it reads back', () => {
    const { window } = windowAt(hrefOf('library', 'albums', 'AC/DC'));
    expect(new Pages(window).place).toEqual(['albums', 'AC/DC']);
    const playing = new Pages(windowAt(hrefOf('track', '', 'words')).window);
    expect([playing.page, playing.place]).toEqual(['track', ['', 'words']]);
  });
});
