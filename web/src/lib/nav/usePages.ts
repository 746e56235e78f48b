import { getContext, setContext } from 'svelte';
import type { Pages } from './pages.svelte';

const key = Symbol('pages');

/** Offers the pages to every component below. */
export const offerPages = (pages: Pages): Pages => setContext(key, pages);

/** Which page is open, and the way to the others. */
export const usePages = (): Pages => getContext<Pages>(key);
