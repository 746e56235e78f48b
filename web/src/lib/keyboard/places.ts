import { tick } from 'svelte';
import type { PageName, Pages } from '../nav/pages.svelte';

/** The phone shows search and queue as a view of its own, behind this key. */
const viewKey = '[data-testid=view-queue]';

/** Opens a page; reading begins at its heading. */
export async function showPage(pages: Pages, page: PageName, ...place: string[]): Promise<void> {
  pages.go(page, ...place);
  await drawn();
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

/** Puts the focus into the page's search field, or into the Deck's where the page has none. */
export const showSearch = (pages: Pages): Promise<boolean> => show(pages, 'main input[type=search]', true);

/** Puts the focus on the first card of the queue. */
export const showQueue = (pages: Pages): Promise<boolean> =>
  show(pages, ':is([data-testid=queue], [data-testid=queue-empty]) :is(button, a, [tabindex])', false);

async function show(pages: Pages, wanted: string, onAnyPage: boolean): Promise<boolean> {
  if (onAnyPage && focus(wanted)) return true;
  if (pages.page !== 'deck') pages.go('deck');
  await drawn();
  if (focus(wanted)) return true;
  document.querySelector<HTMLElement>(viewKey)?.click();
  await drawn();
  return focus(wanted);
}

/** The address changes first, the page after it. */
async function drawn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await tick();
}

function focus(selector: string): boolean {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());
  found?.focus();
  return found !== undefined;
}
