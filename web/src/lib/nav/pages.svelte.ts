/** The pages that have a key. */
export const keyedPages = ['deck', 'journal', 'library', 'settings'] as const;
const pageNames = [...keyedPages, 'track'] as const;
export type PageName = (typeof pageNames)[number];

/** The address of a page, and of a place within it: `#library/albums`. */
export const hrefOf = (page: PageName, ...place: string[]): string =>
  page === 'deck' && place.length === 0 ? '#' : `#${[page, ...place].map(encodeURIComponent).join('/')}`;

/** What of a window the pages are told by. */
export interface AddressBar {
  readonly location: { hash: string };
  addEventListener(type: 'hashchange', listener: () => void): void;
}

/** Which page is open, told by the address, so that the browser's own keys for going back work. */
export class Pages {
  page = $state<PageName>('deck');
  /** Where within the page: the rest of the address. */
  place = $state.raw<string[]>([]);

  constructor(private readonly window: AddressBar) {
    this.read();
    window.addEventListener('hashchange', () => this.read());
  }

  go(page: PageName, ...place: string[]): void {
    this.window.location.hash = hrefOf(page, ...place);
  }

  private read(): void {
    const [name = '', ...place] = this.window.location.hash.slice(1).split('/').map(decoded);
    this.page = pageNames.find((page) => page === name) ?? 'deck';
    this.place = place;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
