/** What the service worker does with a request: its files from the cache, the page from the server first, or nothing. */
export type Way = 'asset' | 'page' | 'leave';

/** What of a request decides that. */
export interface Asked {
  method: string;
  url: string;
  mode: string;
  headers: { has(name: string): boolean };
}

/**
 * Only the page and its own files are the worker's: what is heard, felt and known comes from the server or not at all, and who
 * is not paired must meet the page that says so.
 */
export function wayOf({ method, url, mode, headers }: Asked, origin: string): Way {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin || headers.has('range')) return 'leave';
  if (address.pathname.startsWith('/assets/')) return 'asset';
  return mode === 'navigate' && isView(address.pathname) ? 'page' : 'leave';
}

/** The same as the server's: an address without a file's name that is nobody else's. */
function isView(path: string): boolean {
  const [, first] = path.split('/');
  return !['api', 'healthz', 'pair'].includes(first ?? '') && !/\.[^/]*$/.test(path);
}
