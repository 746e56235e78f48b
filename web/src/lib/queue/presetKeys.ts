import type { Facet } from '../api/types/tracks';
import type { FilterKind } from '../deck/choosing.svelte';

export interface PresetKey {
  value: string;
  /** What is printed on the key. */
  name: string;
  /** The whole name, for those who hover. */
  title: string;
}

/**
 * What stands on the preset keys: what is chosen first, then what the library has most of. Languages are named in
 * themselves.
 */
export function presetKeys(
  facets: readonly Facet[],
  chosen: readonly string[],
  count: number,
  bank: FilterKind,
  locale: string,
): PresetKey[] {
  const known = facets.filter((f) => f.value !== '');
  // Keys stay where they are while they are pressed: only what is not among the first is put in front.
  const first = known.slice(0, count);
  const missing = known.filter((f) => chosen.includes(f.value) && !first.includes(f));
  const shown = [...missing, ...first].slice(0, Math.max(count, missing.length)).slice(0, count);
  return shown.map((facet) => ({
    value: facet.value,
    name: bank === 'languages' ? ownName(facet) : facet.name,
    title: bank === 'languages' ? (nameIn(facet.value, locale) ?? facet.name) : facet.name,
  }));
}

function ownName(facet: Facet): string {
  if (facet.value === 'zxx') return '♪';
  const name = nameIn(facet.value, facet.value) ?? facet.name;
  return name.charAt(0).toLocaleUpperCase(facet.value) + name.slice(1);
}

function nameIn(language: string, locale: string): string | null {
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(language);
    return name ?? null;
  } catch {
    return null; // no such language tag
  }
}
