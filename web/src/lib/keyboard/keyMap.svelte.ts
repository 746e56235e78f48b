/** Whether the map of the keys lies on the Deck. */
export class KeyMap {
  isOpen = $state(false);
}
