/** The parts of the library, as they stand in the address. */
export const sections = ['albums', 'artists', 'songs', 'playlists', 'liked'] as const;
export type Section = (typeof sections)[number];

export const sectionOf = (place: string | undefined): Section => sections.find((s) => s === place) ?? 'albums';
