import { strategies, type Vad } from '../api/types/mood';
import type { Track } from '../api/types/tracks';
import { isRemark } from '../i18n/remark';
import type { PlayQueue } from '../queue/playQueue';
import type { Course, Radio, WayLeft } from './course';

/** What a visit leaves for the next one: the queue, where in it, and where it was going. */
export interface PlaybackSnapshot extends Course {
  readonly version: 1;
  readonly queue: PlayQueue;
  readonly positionSeconds: number;
}

/** A queue longer than this was not written by this page. */
const mostTracks = 500;

/** Reads a snapshot from anything; null when it is not one. What makes no sense inside is left out. */
export function readSnapshot(value: unknown): PlaybackSnapshot | null {
  const raw = objectOf(value);
  const queue = objectOf(raw?.['queue']);
  if (raw?.['version'] !== 1 || !Array.isArray(queue?.['items'])) return null;
  const seen = new Set<string>();
  const items = queue['items']
    .slice(0, mostTracks)
    .filter((t): t is Track => isTrack(t) && !seen.has(t.id) && !!seen.add(t.id));
  const currentId = items.find((t) => t.id === queue['currentId'] && t.playable)?.id ?? null;
  const inside = (ids: unknown) => idsOf(ids).filter((id) => seen.has(id));
  return {
    version: 1,
    queue: {
      items,
      currentId,
      picked: inside(queue['picked']),
      kept: inside(queue['kept']),
      removed: idsOf(queue['removed']),
      heard: idsOf(queue['heard']),
    },
    positionSeconds: currentId && isAmount(raw['positionSeconds']) ? raw['positionSeconds'] : 0,
    strategy: strategies.find((s) => s === raw['strategy']) ?? null,
    radio: radioOf(raw['radio']),
    way: wayOf(raw['way']),
  };
}

function radioOf(value: unknown): Radio | null {
  const { seed, name } = objectOf(value) ?? {};
  const { track, artist, group } = objectOf(seed) ?? {};
  if (typeof name !== 'string') return null;
  if (typeof track === 'string') return { seed: { track }, name };
  if (typeof artist === 'string') return { seed: { artist }, name };
  return isAmount(group) ? { seed: { group }, name } : null;
}

function wayOf(value: unknown): WayLeft | null {
  const { from, heard, before } = objectOf(value) ?? {};
  if (!isAmount(heard) || !isAmount(before)) return null;
  return { from: isMood(from) ? from : null, heard, before };
}

function isMood(value: unknown): value is Vad {
  const { valence, arousal, dominance } = objectOf(value) ?? {};
  return [valence, arousal, dominance].every((n) => typeof n === 'number' && Math.abs(n) <= 1);
}

function isTrack(value: unknown): value is Track {
  const raw = objectOf(value);
  if (!raw) return false;
  const text = (name: string) => raw[name] === null || typeof raw[name] === 'string';
  const amount = (name: string) => raw[name] === null || isAmount(raw[name]);
  return (
    typeof raw['id'] === 'string' &&
    typeof raw['title'] === 'string' &&
    typeof raw['source'] === 'string' &&
    typeof raw['playable'] === 'boolean' &&
    ['artist', 'album', 'language', 'genre'].every(text) &&
    ['year', 'durationSeconds'].every(amount) &&
    isMood(raw['mood']) &&
    objectOf(raw['links']) !== null &&
    (raw['reasons'] === undefined ||
      (Array.isArray(raw['reasons']) && raw['reasons'].every((r) => typeof r === 'string'))) &&
    (raw['why'] === undefined || (Array.isArray(raw['why']) && raw['why'].every(isRemark))) &&
    (raw['terms'] === undefined || (Array.isArray(raw['terms']) && raw['terms'].every(isTerm))) &&
    isOwnAddress(raw['artworkUrl']) &&
    isOwnAddress(raw['streamUrl']) &&
    (!raw['playable'] || raw['streamUrl'] !== null)
  );
}

function isTerm(value: unknown): boolean {
  const { term, value: size, why } = objectOf(value) ?? {};
  return typeof term === 'string' && Number.isFinite(size) && (why === null || isRemark(why));
}

/** Streams and covers come from this server only, whatever the store was made to say. */
function isOwnAddress(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^\/(?![/\\])/.test(value));
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string').slice(-mostTracks) : [];
}

function objectOf(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
