import { Text } from '../i18n/text.svelte';
import en from '../i18n/messages/en.json';

/** The interface in English, without anything fetched. */
export const english = (): Text => new Text(en);
