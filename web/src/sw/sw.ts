import type { WorkerAsk } from './messages';
import { serverFirst } from './serverFirst';
import { wayOf } from './wayOf';

declare const self: ServiceWorkerGlobalScope;
/** The page and the files it needs to open, and a name for just this list of them; written in by the build. */
declare const SHELL: readonly string[];
declare const VERSION: string;

/** Where a browser can be told which requests pass the worker by, without even waking it. */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?(routes: { condition: { urlPattern: string }; source: 'network' }[]): Promise<void>;
}

const shell = SHELL;
const cachePrefix = 'mooddeck-shell-';
const cacheName = cachePrefix + VERSION;
const page = '/';
const patienceMs = 4000;

self.addEventListener('install', (event: RoutingInstallEvent) => {
  const routes = event.addRoutes?.([{ condition: { urlPattern: '/api/*' }, source: 'network' }]);
  // What a browser does not know it may refuse; the worker leaves those requests alone anyway.
  routes?.catch(() => undefined);
  event.waitUntil(keepShell());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, self.location.origin);
  if (way === 'asset') event.respondWith(fileOf(event));
  else if (way === 'page') event.respondWith(pageOf(event.request));
});

self.addEventListener('message', ({ data, ports }) => {
  const asked = data as WorkerAsk;
  if (asked.ask === 'take over') void self.skipWaiting();
  else ports[0]?.postMessage(shell.includes(asked.path));
});

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(shell.map(async (path) => cache.put(path, await fetchFile(path))));
}

/** A file's name tells its content, so one that an older version kept is as good as a new one. */
async function fetchFile(path: string): Promise<Response> {
  const kept = path === page ? undefined : await caches.match(path);
  if (kept) return kept;
  const answer = await fetch(path, { cache: path === page ? 'reload' : 'default' });
  if (!answer.ok) throw new Error(`${path} could not be fetched (${answer.status}).`);
  return answer;
}

async function dropOthers(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fileOf(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  // A disk that is full takes nothing from whoever asked: the answer is good all the same.
  if (answer.ok) event.waitUntil(cache.put(request.url, answer.clone()).catch(() => undefined));
  return answer;
}

function pageOf(request: Request): Promise<Response> {
  return serverFirst(
    () => fetch(request),
    async () => (await caches.open(cacheName)).match(page),
    patienceMs,
  );
}
