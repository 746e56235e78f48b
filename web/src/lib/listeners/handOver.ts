import type { Deck } from '../deck/deck.svelte';

/**
 * Somebody else listens from now on: the mood of the one before, its trail, their hand on the dial and what they did with
 * the queue and their lists are forgotten here. The track that is on plays on.
 */
export function handOver(
  deck: Pick<
    Deck,
    | 'mood'
    | 'choosing'
    | 'trail'
    | 'settings'
    | 'camera'
    | 'photo'
    | 'playback'
    | 'slip'
    | 'acts'
    | 'library'
    | 'ownFace'
    | 'save'
  >,
): void {
  const { mood, choosing, trail, settings, camera, photo, playback, slip, acts, library, ownFace } = deck;
  mood.mood = null;
  trail.clear();
  mood.hand = null;
  settings.hand = null;
  choosing.radio = null;
  if (settings.strategy === 'hold') settings.strategy = 'match';
  deck.save();
  photo.putAway();
  playback.forgetHands();
  slip.forget();
  library.startOver();
  acts.menu = acts.why = acts.saving = null;
  ownFace.startOver();
  // In this order: what is read for the new listener is no longer about the one before.
  camera.tell({ type: 'reset' });
  camera.introduce();
}
