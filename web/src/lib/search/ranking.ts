import type { NamedMood } from '../api/types/mood';
import type { Track } from '../api/types/tracks';
import { fold } from '../queue/facetSearch';

export const wordsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean);

/** How well a text answers a query: 0 it is it, 1 it begins so, 2 a word of it does, 3 it is in it, 4 it is not. */
export function fitOf(text: string | null, query: string): number {
  const [folded, asked] = [fold(text ?? ''), fold(query).trim()];
  if (folded === asked) return 0;
  if (folded.startsWith(asked)) return 1;
  const place = folded.indexOf(asked);
  if (place < 0) return 4;
  return /[\p{L}\p{N}]/u.test(folded[place - 1] ?? '') ? 3 : 2;
}

/** The tracks that answer best first: by title, then artist, then album; of equals what plays here. */
export function rank(tracks: readonly Track[], query: string): Track[] {
  const rated = tracks.map((track, i) => {
    const [title, artist, album] = [track.title, track.artist, track.album].map((t) => fitOf(t, query));
    const fit = Math.min(2 * (title ?? 4), 2 * (artist ?? 4) + 1, 2 * (album ?? 4) + 2);
    return { track, fit, i };
  });
  return rated
    .sort((a, b) => a.fit - b.fit || Number(b.track.playable) - Number(a.track.playable) || a.i - b.i)
    .map(({ track }) => track);
}

/** A mood and what it is called in the language of the page. */
export interface Feeling {
  mood: NamedMood;
  word: string;
}

/** The feelings a query may mean: those a word of which begins so, at most four. English names count too. */
export function feelingsFor(feelings: readonly Feeling[], query: string): Feeling[] {
  const asked = fold(query).trim();
  if (asked === '') return [];
  return feelings
    .map((feeling) => ({ feeling, fit: Math.min(fitOf(feeling.word, asked), fitOf(feeling.mood.name, asked)) }))
    .filter(({ fit }) => fit <= 2)
    .sort((a, b) => a.fit - b.fit)
    .slice(0, 4)
    .map(({ feeling }) => feeling);
}

export interface Stretch {
  text: string;
  hit: boolean;
}

/** A text cut where words of a query occur in it, without case and accents. */
export function stretches(text: string, query: string): Stretch[] {
  const letters = [...text];
  // Folded letter by letter, so that places in the folded text are places in the text.
  const folded = letters.map(fold);
  const starts: number[] = [];
  folded.reduce((at, part) => (starts.push(at), at + part.length), 0);
  const whole = folded.join('');
  const hit = letters.map(() => false);
  for (const word of wordsOf(query)) {
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length)) {
      starts.forEach((start, i) => {
        const end = start + (folded[i]?.length ?? 0);
        if (end > at && start < at + word.length) hit[i] = true;
      });
    }
  }
  const cut: Stretch[] = [];
  letters.forEach((letter, i) => {
    const last = cut.at(-1);
    if (last && last.hit === hit[i]) last.text += letter;
    else cut.push({ text: letter, hit: hit[i] ?? false });
  });
  return cut;
}
