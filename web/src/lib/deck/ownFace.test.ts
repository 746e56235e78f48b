import { english } from '../testing/english';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../api/client';
import type { RestProgress } from '../api/types/live';
import { OwnFace } from './ownFace.svelte';

const watching = (seconds: number): RestProgress => ({ state: 'watching', seconds, of: 10, readings: 3, detail: null });

function rig() {
  const api = {
    neutral: vi.fn(() => Promise.resolve([])),
    corrections: vi.fn(() => Promise.resolve([])),
    eraseNeutral: vi.fn(() => Promise.resolve(null)),
    eraseCorrections: vi.fn(() => Promise.resolve(null)),
    eraseCorrection: vi.fn(() => Promise.resolve(null)),
  };
  const around = {
    api: api as unknown as ApiClient,
    listener: () => ({ id: 'ada', name: 'Ada', keepHistory: false }),
    tell: vi.fn(),
    introduce: vi.fn(),
    say: vi.fn(),
    text: english(),
    onError: vi.fn(),
  };
  return { api, around, face: new OwnFace(around) };
}

describe('OwnFace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ask_thenAWord_holdsTheFaceAndCorrectsIt', () => {
    const { face, around } = rig();
    face.ask();
    expect(face.asking).toBe(true);
    face.correct('sadness');
    expect(face.asking).toBe(false);
    expect(around.tell.mock.calls.flat()).toEqual([
      { type: 'hold', on: true },
      { type: 'correct', label: 'sadness' },
    ]);
  });

  it('dismiss_whileTheWordsLieOpen_letsTheFaceGo', () => {
    const { face, around } = rig();
    face.ask();
    face.dismiss();
    face.dismiss();
    expect(around.tell.mock.calls.flat()).toEqual([
      { type: 'hold', on: true },
      { type: 'hold', on: false },
    ]);
  });

  it('heardLearned_forAWhile_canBeTakenBack', async () => {
    const { face, api } = rig();
    face.heardLearned({ id: 7, label: 'anger' });
    expect(face.learned?.label).toBe('anger');
    await face.takeBack();
    expect(api.eraseCorrection).toHaveBeenCalledExactlyOnceWith('ada', 7);
    expect(face.learned).toBeNull();
    face.heardLearned({ id: 7, label: 'anger' });
    vi.advanceTimersByTime(12_000);
    expect(face.learned).toBeNull();
  });

  it('heardProblem_onlyAfterACorrection_isSaid', () => {
    const { face, around } = rig();
    face.heardProblem({ detail: 'This frame is no image.' });
    expect(around.say).not.toHaveBeenCalled();
    face.correct('fear');
    face.heardProblem({ detail: 'No face was read.' });
    face.heardProblem({ detail: 'This frame is no image.' });
    expect(around.say).toHaveBeenCalledExactlyOnceWith('No face was read.');
  });

  it('heardRest_untilStored_countsAndThenSaysSo', () => {
    const { face, around } = rig();
    face.heardRest(watching(1));
    expect(face.rest).toBeNull();
    face.watchRest();
    expect(around.tell).toHaveBeenCalledExactlyOnceWith({ type: 'neutral' });
    face.heardRest(null);
    face.heardRest(watching(4));
    expect(face.rest?.seconds).toBe(4);
    face.heardRest({ ...watching(10), state: 'stored' });
    expect(face.rest).toBeNull();
    expect(around.say).toHaveBeenCalledOnce();
  });

  it('heardRest_failed_saysWhy', () => {
    const { face, around } = rig();
    face.watchRest();
    face.heardRest({ ...watching(10), state: 'failed', detail: 'Seen too seldom.' });
    expect(around.say).toHaveBeenCalledExactlyOnceWith('Seen too seldom.');
  });

  it('whatIsHeard_onAPageInAnotherLanguage_isSaidInIt', () => {
    const { face, around } = rig();
    around.text.locale = 'de';
    face.watchRest();
    face.heardRest({ ...watching(10), state: 'failed', detail: 'As sent.', code: 'live.seenTooSeldom' });
    face.correct('fear');
    face.heardProblem({ detail: 'As sent.', code: 'live.seenTooSeldom' });
    const own = around.text.find('server.live.seenTooSeldom');
    expect(own).not.toBeNull();
    expect(around.say.mock.calls.flat()).toEqual([own, own]);
  });

  it('heardProblem_beforeTheFirstSecond_isWhyItDoesNotBegin', () => {
    const { face, around } = rig();
    face.watchRest();
    face.heardProblem({ detail: 'Nobody is listening yet.' });
    expect(face.rest).toBeNull();
    expect(around.say).toHaveBeenCalledExactlyOnceWith('Nobody is listening yet.');
  });

  it('heardRest_noMore_endsIt', () => {
    const { face } = rig();
    face.watchRest();
    face.heardRest(watching(1));
    face.heardRest(null);
    expect(face.rest).toBeNull();
  });

  it('stopRest_endsItOnBothSides', () => {
    const { face, around } = rig();
    face.watchRest();
    face.stopRest();
    expect(face.rest).toBeNull();
    expect(around.introduce).toHaveBeenCalledOnce();
    face.heardRest(watching(5));
    expect(face.rest).toBeNull();
  });

  it('nothingSeen_whileLearning_endsIt', () => {
    const { face } = rig();
    face.watchRest();
    face.ask();
    face.nothingSeen();
    expect([face.rest, face.asking]).toEqual([null, false]);
  });

  it('erase_looksAgainAtWhatIsStored', async () => {
    const { face, api } = rig();
    await face.eraseNeutral();
    await face.eraseCorrections();
    expect(api.eraseNeutral).toHaveBeenCalledExactlyOnceWith('ada');
    expect(api.eraseCorrections).toHaveBeenCalledExactlyOnceWith('ada');
    expect(api.corrections).toHaveBeenCalledTimes(2);
    expect(face.known).toBe(true);
  });

  it('load_failing_isTold', async () => {
    const { face, api, around } = rig();
    api.neutral.mockRejectedValueOnce(new Error('gone'));
    await face.load();
    expect(around.onError).toHaveBeenCalledOnce();
    expect(face.known).toBe(false);
  });
});
