import type { Facet } from '../api/types/tracks';

/** More than this no one reads; the search narrows it. */
export const facetLimit = 60;

/** Folds case and accents, so that `joao` finds `João`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export interface FacetView {
  shown: Facet[];
  /** How many more would match. */
  more: number;
}

/**
 * The facets to list: what is chosen first, so that it can be found to be taken back, then what matches every word of
 * the query, in the server's order (most tracks first).
 */
export function viewFacets(facets: readonly Facet[], chosen: readonly string[], query: string): FacetView {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const matching = facets.filter((f) => words.every((w) => fold(f.name).includes(w) || fold(f.value) === w));
  const first = matching.filter((f) => chosen.includes(f.value));
  const rest = matching.filter((f) => !chosen.includes(f.value));
  const shown = [...first, ...rest].slice(0, Math.max(facetLimit, first.length));
  return { shown, more: matching.length - shown.length };
}
