/** The parts of the library, as they stand in the address. */
export const sections = ['albums', 'artists', 'songs', 'playlists', 'liked'] as const;
export type Section = (typeof sections)[number];

/** Among playlists, where the smart ones stand: `#library/playlists/smart/3`. */
export const smartPlace = 'smart';

export const sectionOf = (place: string | undefined): Section => sections.find((s) => s === place) ?? 'albums';
