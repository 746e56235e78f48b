import { adviceOf } from '../i18n/remark';
import type { Deck } from './deck.svelte';

/** The one sentence of the status line: what is wrong before what is going on. */
export function statusText(deck: Deck): string {
  const { link, camera, photo, playback, choosing, said, text } = deck;
  if (link.gone) return text.t('status.serverGone');
  if (playback.state === 'blocked') return text.t('status.blocked');
  if (camera.problem) return text.t(`camera.problem.${camera.problem}.says`);
  if (photo.busy) return text.t('photo.busy');
  if (photo.problem) return photo.problem;
  if (choosing.problem) return choosing.problem;
  if (said.last) return said.last;
  if (camera.camera === 'opening') return text.t('camera.opening.says');
  if (camera.camera === 'on') return cameraText(deck);
  return deck.mood.mood || choosing.radio ? '' : text.t('status.begin');
}

function cameraText({ camera, link, settings, ownFace, choosing, text }: Deck): string {
  const models = link.status?.models;
  if (models && !(models.emotion && models.faces)) return text.t('status.noModel');
  if (camera.socket !== 'open') return text.t('status.unseen');
  if (!camera.reading) return text.t('status.firstLook');
  if (!camera.face) return text.t('camera.none.says');
  if (ownFace.rest) return text.t('rest.says');
  const advice = adviceOf(text, camera.face);
  if (advice) return advice.why;
  if (camera.room) return text.t('status.room');
  if (choosing.radio) return '';
  return text.t(settings.strategy === 'hold' ? 'status.holds' : 'status.follows');
}
