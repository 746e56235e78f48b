import type { Deck } from './deck.svelte';

/** The one sentence of the status line: what is wrong before what is going on. */
export function statusText(deck: Deck): string {
  const { link, camera, photo, playback, choosing, event } = deck;
  if (link.gone) return 'The server does not answer. What is loaded plays on; trying again.';
  if (playback.state === 'blocked') return 'The browser waits for you: press play.';
  if (camera.advice) return camera.advice;
  if (photo.busy) return 'Reading the photo.';
  if (photo.problem) return photo.problem;
  if (choosing.problem) return choosing.problem;
  if (event) return event;
  if (camera.camera === 'opening') return 'Waiting for the camera.';
  if (camera.camera === 'on') return cameraText(deck);
  if (deck.mood.mood) return '';
  return 'Turn on the camera, drop a photo, or put a hand on the dial.';
}

function cameraText({ camera, link, settings, ownFace }: Deck): string {
  const models = link.status?.models;
  if (models && !(models.emotion && models.faces)) {
    return 'This server has no model to read faces with. The dial and the named moods work without.';
  }
  if (camera.socket !== 'open') return 'The camera is on; waiting for the server to look.';
  if (!camera.reading) return 'The camera is on; the first look takes a moment.';
  if (!camera.face) return 'No face in view.';
  if (ownFace.rest) return 'Just look at the screen, with the face you have when nothing happens.';
  if (camera.face.why) return camera.face.why;
  if (camera.room) return 'The mood is that of everybody in view.';
  return settings.strategy === 'hold'
    ? 'Your face is read; the queue holds at the dial.'
    : 'The queue follows your face.';
}
