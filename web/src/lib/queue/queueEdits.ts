import type { Track } from '../api/types/tracks';
import { indexOfCurrent, keep, refuse, upcomingOf, type PlayQueue } from './playQueue';

/** A track that was taken from its place, counted from the first that comes next. */
interface Taken {
  readonly track: Track;
  readonly place: number;
  readonly picked: boolean;
  readonly kept: boolean;
}

/** How to take an edit back. It still fits after the queue went on or was chosen anew. */
export interface Undo {
  readonly what: 'move' | 'remove' | 'clear';
  readonly taken: readonly Taken[];
}

export interface Edit {
  readonly queue: PlayQueue;
  /** Null where nothing changed. */
  readonly undo: Undo | null;
}

/**
 * Moves a track that comes later to a place among those that come next (0 is next), and keeps it there. What plays and
 * what was heard stay where they are.
 */
export function move(queue: PlayQueue, id: string, place: number): Edit {
  const upcoming = upcomingOf(queue);
  const from = upcoming.findIndex((t) => t.id === id);
  const to = Math.min(Math.max(0, Math.round(place)), upcoming.length - 1);
  const track = upcoming[from];
  if (!track || from === to) return { queue, undo: null };
  const moved = putAt(withoutTrack(queue, id), track, to);
  // A picked track that was moved keeps the place it was given, not the one next to what plays.
  const own = { ...moved, picked: moved.picked.filter((p) => p !== id) };
  return { queue: keep(own, id, true), undo: { what: 'move', taken: [taken(queue, track, from)] } };
}

/** Moves a track by so many places, for keys. */
export function moveBy(queue: PlayQueue, id: string, places: number): Edit {
  return move(queue, id, upcomingOf(queue).findIndex((t) => t.id === id) + places);
}

/** Takes a track out and keeps it out of new choices. What plays cannot be taken out. */
export function remove(queue: PlayQueue, id: string): Edit {
  const place = queue.items.findIndex((t) => t.id === id) - indexOfCurrent(queue) - 1;
  const track = queue.items.find((t) => t.id === id);
  if (!track || id === queue.currentId) return { queue, undo: null };
  return {
    queue: refuse(withoutTrack(queue, id), id),
    undo: { what: 'remove', taken: [taken(queue, track, place)] },
  };
}

/** Takes out everything that comes next. */
export function clear(queue: PlayQueue): Edit {
  const upcoming = upcomingOf(queue);
  if (upcoming.length === 0) return { queue, undo: null };
  return {
    queue: { ...queue, items: queue.items.slice(0, indexOfCurrent(queue) + 1), picked: [], kept: [] },
    undo: { what: 'clear', taken: upcoming.map((track, place) => taken(queue, track, place)) },
  };
}

/** Takes an edit back: its tracks stand again where they stood, counted from what plays now. */
export function undo(queue: PlayQueue, step: Undo): PlayQueue {
  let result = queue;
  for (const { track, place, picked, kept } of step.taken) {
    if (track.id === result.currentId) continue;
    const back = putAt(withoutTrack(result, track.id), track, place);
    const others = (ids: readonly string[]) => ids.filter((id) => id !== track.id);
    result = {
      ...back,
      picked: [...others(back.picked), ...(picked ? [track.id] : [])],
      kept: [...others(back.kept), ...(kept ? [track.id] : [])],
      removed: others(back.removed),
    };
  }
  return result;
}

function taken(queue: PlayQueue, track: Track, place: number): Taken {
  return { track, place, picked: queue.picked.includes(track.id), kept: queue.kept.includes(track.id) };
}

function withoutTrack(queue: PlayQueue, id: string): PlayQueue {
  return { ...queue, items: queue.items.filter((t) => t.id !== id) };
}

/** Puts a track so many places after the first that comes next; fewer than none is before what plays. */
function putAt(queue: PlayQueue, track: Track, place: number): PlayQueue {
  const current = indexOfCurrent(queue);
  // Putting it in before what plays shifts that by one.
  const index = Math.min(Math.max(0, current + 1 + place + (place < 0 ? 1 : 0)), queue.items.length);
  return { ...queue, items: [...queue.items.slice(0, index), track, ...queue.items.slice(index)] };
}
