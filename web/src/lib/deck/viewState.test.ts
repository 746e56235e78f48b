import { describe, expect, it } from 'vitest';
import en from '../i18n/messages/en.json';
import type { CameraProblem } from '../live/cameraProblems';
import type { Deck } from './deck.svelte';
import { viewState } from './viewState';

function deckWith(camera: object, link: object = {}): Deck {
  const models = { emotion: 'moodnet', faces: 'deck' };
  return {
    camera: { camera: 'on', problem: null, socket: 'open', reading: null, face: null, ...camera },
    link: { gone: false, status: { models }, ...link },
  } as unknown as Deck;
}

describe('viewState', () => {
  it('has nothing to say while a face is read, nor before the first reading', () => {
    expect(viewState(deckWith({ reading: {}, face: {} }))).toBeNull();
    expect(viewState(deckWith({}))).toBeNull();
  });

  it.each([
    [{ camera: 'off' }, {}, 'camera.off'],
    [{ camera: 'opening' }, {}, 'camera.opening'],
    [{ reading: {}, face: null }, {}, 'camera.none'],
    [{ socket: 'closed' }, {}, 'camera.blind'],
    [{}, { gone: true }, 'camera.blind'],
    [{}, { status: { models: { emotion: null, faces: 'deck' } } }, 'camera.noModel'],
    [{ camera: 'off', problem: 'busy' }, {}, 'camera.problem.busy'],
  ])('of %o and %o is %s', (camera, link, title) => {
    expect(viewState(deckWith(camera, link))?.title).toBe(title);
  });

  it.each<CameraProblem>(['denied', 'missing', 'busy', 'insecure', 'unplugged', 'other'])(
    'says what to do when the camera is %s',
    (problem) => {
      const state = viewState(deckWith({ camera: 'off', problem }));
      expect(state && en[state.says]).toBeTruthy();
    },
  );
});
