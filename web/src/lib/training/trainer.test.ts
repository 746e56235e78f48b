import { english } from '../testing/english';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../api/client';
import type { AnalyzedImage } from '../api/types/faces';
import type { Training, TrainingState } from '../api/types/trainings';
import { training, trainings } from '../testing/trainings';
import { Trainer } from './trainer.svelte';

const picture: AnalyzedImage = { path: null, width: 4, height: 3, faces: [], mood: null, elapsedMs: 1 };

function rig(...states: TrainingState[]) {
  let now: Training | null = states[0] ? training({ state: states[0] }) : null;
  const api = {
    trainings: vi.fn(() => Promise.resolve(trainings(now ? [now] : []))),
    training: vi.fn(() => {
      const state = states.length > 1 ? states.shift() : states[0];
      now = training({ state: state ?? 'uploaded' });
      return Promise.resolve(now);
    }),
    uploadTraining: vi.fn(() => Promise.resolve((now = training({ state: 'uploaded' })))),
    startTraining: vi.fn(() => Promise.resolve(training({ state: 'preparing' }))),
    stopTraining: vi.fn(() => Promise.resolve(training({ state: 'stopping' }))),
    keepTraining: vi.fn(() => Promise.resolve(training({ inUse: true }))),
    removeTraining: vi.fn(() => {
      now = null;
      return Promise.resolve(null);
    }),
    goBack: vi.fn(() => Promise.resolve(null)),
    tryTraining: vi.fn(() => Promise.resolve(picture)),
    analyze: vi.fn(() => Promise.reject(new Error('no model'))),
  };
  const onModel = vi.fn();
  const trainer = new Trainer(api as unknown as ApiClient, english(), () => undefined, onModel);
  return { api, trainer, onModel };
}

const zip = (size = 10, name = 'faces.zip') => new File([new Uint8Array(size)], name, { type: 'application/zip' });

describe('Trainer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('open_looksAtTheNewestTraining', async () => {
    const { trainer } = rig('finished');
    await trainer.open();
    expect(trainer.training?.state).toBe('finished');
  });

  it('open_whileOneRuns_asksEverySecondUntilItEnds', async () => {
    const { api, trainer } = rig('running', 'running', 'running', 'finished');
    await trainer.open();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(trainer.training?.state).toBe('finished');
    expect(api.training).toHaveBeenCalledTimes(4);
    // The list is asked once more, for the line of the one that ended.
    expect(api.trainings).toHaveBeenCalledTimes(2);
  });

  it('close_asksNoMore', async () => {
    const { api, trainer } = rig('running');
    await trainer.open();
    trainer.close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(api.training).toHaveBeenCalledTimes(1);
  });

  it('upload_zip_isTheNewTraining', async () => {
    const { api, trainer } = rig();
    await trainer.open();
    await trainer.upload(zip());
    expect(api.uploadTraining).toHaveBeenCalledOnce();
    expect(trainer.training?.state).toBe('uploaded');
    expect(trainer.trainings?.trainings).toHaveLength(1);
  });

  it.each([
    [zip(10, 'face.png'), 'no zip'],
    [zip(1_000_001), 'at most 1 MB'],
  ])('upload_thatCannotBe_isSaidBeforeItIsSent', async (file, words) => {
    const { api, trainer } = rig();
    await trainer.open();
    await trainer.upload(file);
    expect(trainer.problem).toContain(words);
    expect(api.uploadTraining).not.toHaveBeenCalled();
  });

  it('start_sendsTheOptionsAndWatches', async () => {
    const { api, trainer } = rig('uploaded', 'running');
    await trainer.open();
    await trainer.start('cnn', 3);
    expect(api.startTraining).toHaveBeenCalledWith('1', { arch: 'cnn', epochs: 3 });
    expect(trainer.training?.state).toBe('preparing');
    await vi.advanceTimersByTimeAsync(1000);
    expect(trainer.training?.state).toBe('running');
  });

  it('resume_asksForNothingElse', async () => {
    const { api, trainer } = rig('stopped');
    await trainer.open();
    await trainer.resume();
    expect(api.startTraining).toHaveBeenCalledWith('1');
  });

  it('failure_isReadableAndEndsTheWaiting', async () => {
    const { api, trainer } = rig('uploaded');
    await trainer.open();
    api.startTraining.mockRejectedValueOnce(new Error('Another training runs.'));
    await trainer.start('cnn', 3);
    expect([trainer.problem, trainer.busy]).toEqual(['Another training runs.', '']);
  });

  it('keep_thenGoBack_tellsWhoeverShowsTheModel', async () => {
    const { trainer, onModel } = rig('finished');
    await trainer.open();
    await trainer.keep();
    expect(trainer.note).toContain('this model');
    expect(onModel).toHaveBeenCalledTimes(1);
    await trainer.goBack();
    expect(trainer.note).toContain('own model');
    expect(onModel).toHaveBeenCalledTimes(2);
  });

  it('keep_refused_saysNothingElse', async () => {
    const { api, trainer, onModel } = rig('finished');
    await trainer.open();
    api.keepTraining.mockRejectedValueOnce(new Error('It is no model.'));
    await trainer.keep();
    expect([trainer.problem, trainer.note]).toEqual(['It is no model.', '']);
    expect(onModel).not.toHaveBeenCalled();
  });

  it('tryPhoto_readsWithBothModels_andDoesWithoutTheOther', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('This browser cannot show it.')));
    const { api, trainer } = rig('finished');
    await trainer.open();
    await trainer.tryPhoto(new File(['x'], 'me.jpg', { type: 'image/jpeg' }));
    expect(api.tryTraining).toHaveBeenCalledOnce();
    expect(trainer.trial).toMatchObject({ trained: picture, usual: null });
    await trainer.tryPhoto(new File(['x'], 'me.txt', { type: 'text/plain' }));
    expect(trainer.trial).toBeNull();
    expect(trainer.problem).toContain('JPEG');
  });

  it('remove_looksAtWhatIsLeft', async () => {
    const { api, trainer } = rig('finished');
    await trainer.open();
    await trainer.remove();
    expect(api.removeTraining).toHaveBeenCalledWith('1');
    expect(trainer.training).toBeNull();
  });
});
