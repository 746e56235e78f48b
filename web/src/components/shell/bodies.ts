/** The pages beside the Deck, fetched together: packed as one they are smaller than each on its own. */
export { default as journal } from '../journal/JournalPage.svelte';
export { default as library } from '../library/LibraryPage.svelte';
export { default as settings } from '../settings/SettingsPage.svelte';
export { default as track } from '../sheet/SheetPage.svelte';
