import type { Track } from '../api/types';

/** How many tracks are remembered for `previous` and kept out of new queues. */
const memory = 50;

/**
 * What plays and what comes after it. Immutable: each change gives a new queue, so that whoever shows it notices.
 * `items` are in playing order; `currentId` is one of them or null; `picked` are those that a person put there, which
 * survive a new choice.
 */
export interface PlayQueue {
  readonly items: readonly Track[];
  readonly currentId: string | null;
  readonly picked: readonly string[];
  readonly heard: readonly string[];
}

export const emptyQueue: PlayQueue = { items: [], currentId: null, picked: [], heard: [] };

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
  return { ...queue, currentId: id, picked: queue.picked.filter((p) => p !== id), heard: heard.slice(-memory) };
}

/**
 * A new choice of tracks: what plays goes on, what a person picked comes next, then the choice without what is
 * already there. What was heard before the current track stays above it, so that `previous` still works.
 */
export function rechoose(queue: PlayQueue, chosen: readonly Track[]): PlayQueue {
  const current = currentOf(queue);
  if (!current) return { ...queue, items: [...pickedOf(queue), ...without(chosen, queue.picked)], currentId: null };
  const last = previousPlayable(queue);
  const kept = [...(last ? [last] : []), current, ...pickedOf(queue)];
  return {
    ...queue,
    items: [
      ...kept,
      ...without(
        chosen,
        kept.map((t) => t.id),
      ),
    ],
  };
}

/** Puts a track that a person picked right after the current one (and after others picked before it). */
export function pick(queue: PlayQueue, track: Track): PlayQueue {
  if (track.id === queue.currentId) return queue;
  const items = queue.items.filter((t) => t.id !== track.id);
  let place = items.findIndex((t) => t.id === queue.currentId) + 1;
  while (queue.picked.includes(items[place]?.id ?? '')) place++;
  return {
    ...queue,
    items: [...items.slice(0, place), track, ...items.slice(place)],
    picked: [...queue.picked.filter((p) => p !== track.id), track.id],
  };
}

function indexOfCurrent(queue: PlayQueue): number {
  return queue.items.findIndex((t) => t.id === queue.currentId);
}

function pickedOf(queue: PlayQueue): Track[] {
  return queue.items.filter((t) => queue.picked.includes(t.id));
}

function without(tracks: readonly Track[], ids: readonly string[]): Track[] {
  return tracks.filter((t) => !ids.includes(t.id));
}
