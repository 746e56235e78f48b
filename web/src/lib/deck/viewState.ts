import type { MessageKey } from '../i18n/text.svelte';
import type { Deck } from './deck.svelte';

/** What stands in the way of a reading, as a title and what to do about it. */
export interface ViewState {
  title: MessageKey;
  says: MessageKey;
}

const state = (title: MessageKey): ViewState => ({ title, says: `${title}.says` as MessageKey });

/** What the viewfinder says in place of an expression; null while a face is read. */
export function viewState({ camera, link }: Deck): ViewState | null {
  if (camera.problem) return state(`camera.problem.${camera.problem}`);
  if (camera.camera === 'off') return state('camera.off');
  if (camera.camera === 'opening') return state('camera.opening');
  const models = link.status?.models;
  if (models && !(models.emotion && models.faces)) return state('camera.noModel');
  if (link.gone || camera.socket !== 'open') return state('camera.blind');
  if (camera.reading && !camera.face) return state('camera.none');
  return null;
}
