import type { Track } from '../api/types/tracks';

/** How many tracks are remembered for `previous` and kept out of new queues. */
const memory = 50;

/**
 * What plays and what comes after it. Immutable: each change gives a new queue, so that whoever shows it notices.
 * `items` are in playing order; `currentId` is one of them or null. A new choice of tracks leaves alone what a person
 * did: `picked` come next, `kept` stay where they are, `removed` do not come back.
 */
export interface PlayQueue {
  readonly items: readonly Track[];
  readonly currentId: string | null;
  readonly picked: readonly string[];
  readonly kept: readonly string[];
  readonly removed: readonly string[];
  readonly heard: readonly string[];
}

export const emptyQueue: PlayQueue = { items: [], currentId: null, picked: [], kept: [], removed: [], heard: [] };

export function currentOf(queue: PlayQueue): Track | null {
  return queue.items.find((t) => t.id === queue.currentId) ?? null;
}

export function upcomingOf(queue: PlayQueue): readonly Track[] {
  return queue.items.slice(indexOfCurrent(queue) + 1);
}

/** The next track that plays here, or null. */
export function nextPlayable(queue: PlayQueue): Track | null {
  return upcomingOf(queue).find((t) => t.playable) ?? null;
}

/** The playable track before the current one: in the list, or else the last one heard that is still in it. */
export function previousPlayable(queue: PlayQueue): Track | null {
  const before = queue.items.slice(0, Math.max(0, indexOfCurrent(queue)));
  return before.filter((t) => t.playable).at(-1) ?? null;
}

/** Makes that track the current one. The one before it has then been heard. */
export function moveTo(queue: PlayQueue, id: string): PlayQueue {
  if (queue.currentId === id || !queue.items.some((t) => t.id === id)) return queue;
  const heard = queue.currentId ? [...queue.heard.filter((h) => h !== id), queue.currentId] : queue.heard;
  return { ...queue, ...letGo(queue, id), currentId: id, heard: heard.slice(-memory) };
}

/**
 * A new choice of tracks: what plays goes on, what a person picked comes next, then the choice, around what was kept
 * in its place and without what was removed. What was heard before the current track stays above it, so that
 * `previous` still works.
 */
export function rechoose(queue: PlayQueue, chosen: readonly Track[]): PlayQueue {
  const current = currentOf(queue);
  const last = current && previousPlayable(queue);
  const head = [last, current].filter((t) => t !== null);
  const upcoming = current ? upcomingOf(queue) : queue.items;
  const picked = upcoming.filter((t) => queue.picked.includes(t.id));
  const there = [...head, ...upcoming.filter((t) => isOwn(queue, t.id))].map((t) => t.id);
  const next = [...picked, ...chosen.filter((t) => !there.includes(t.id) && !queue.removed.includes(t.id))];
  upcoming.forEach((track, place) => {
    if (queue.kept.includes(track.id) && !queue.picked.includes(track.id)) next.splice(place, 0, track);
  });
  return { ...queue, items: [...head, ...next], currentId: current?.id ?? null };
}

/**
 * Puts a track that a person picked right after the current one (and after others picked before it). It was then not
 * chosen for a mood.
 */
export function pick(queue: PlayQueue, track: Track): PlayQueue {
  if (track.id === queue.currentId) return queue;
  const items = queue.items.filter((t) => t.id !== track.id);
  let place = items.findIndex((t) => t.id === queue.currentId) + 1;
  while (queue.picked.includes(items[place]?.id ?? '')) place++;
  return {
    ...queue,
    items: [...items.slice(0, place), { ...track, chosenFor: null, terms: [] }, ...items.slice(place)],
    picked: [...queue.picked.filter((p) => p !== track.id), track.id],
    removed: queue.removed.filter((r) => r !== track.id),
  };
}

/** Keeps a track in its place whatever is chosen anew, or lets it go again. */
export function keep(queue: PlayQueue, id: string, on: boolean): PlayQueue {
  const there = upcomingOf(queue).some((t) => t.id === id);
  if (!there || isOwn(queue, id) === on) return queue;
  return on ? { ...queue, kept: [...queue.kept, id] } : { ...queue, ...letGo(queue, id) };
}

/** Whether a person put this track where it is. */
export function isOwn(queue: PlayQueue, id: string): boolean {
  return queue.picked.includes(id) || queue.kept.includes(id);
}

/** Remembers that a person does not want this one now. */
export function refuse(queue: PlayQueue, id: string): PlayQueue {
  return { ...queue, ...letGo(queue, id), removed: [...queue.removed, id].slice(-memory) };
}

export function indexOfCurrent(queue: PlayQueue): number {
  return queue.items.findIndex((t) => t.id === queue.currentId);
}

function letGo(queue: PlayQueue, id: string): Pick<PlayQueue, 'picked' | 'kept'> {
  return { picked: queue.picked.filter((p) => p !== id), kept: queue.kept.filter((k) => k !== id) };
}
