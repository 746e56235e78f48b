import type { Facet } from '../api/types/tracks';

/** The facets with the favourite ones in front, each group in the server's order. */
export function favouritesFirst(facets: readonly Facet[], favourites: readonly string[]): Facet[] {
  if (favourites.length === 0) return [...facets];
  const isFavourite = (facet: Facet) => favourites.includes(facet.value);
  return [...facets.filter(isFavourite), ...facets.filter((facet) => !isFavourite(facet))];
}

/** The languages with that of the page in front. */
export const ownFirst = (languages: readonly Facet[], locale: string): Facet[] =>
  favouritesFirst(languages, [new Intl.Locale(locale).language]);

/** A list with a word in it, or without it if it was there. */
export const toggled = (words: readonly string[], word: string): string[] =>
  words.includes(word) ? words.filter((w) => w !== word) : [...words, word];
