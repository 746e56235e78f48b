import { getContext, setContext } from 'svelte';
import { Text } from './text.svelte';

const key = Symbol('text');

/** Offers the words to every component below. */
export const offerText = (text: Text): Text => setContext(key, text);

/** The words of the interface. */
export const useText = (): Text => getContext<Text>(key);
