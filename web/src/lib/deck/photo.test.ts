import { afterEach, describe, expect, it, vi } from 'vitest';
import { english } from '../testing/english';
import { FakeApi } from '../testing/fakeApi';
import { PhotoReader } from './photo.svelte';

function rig() {
  const api = new FakeApi();
  const answers: ((analysis: object) => void)[] = [];
  api.analyze = () => new Promise((resolve) => answers.push(resolve));
  const close = vi.fn();
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ close }));
  const photos = new PhotoReader(api.asClient(), english(), () => undefined);
  const read = () => photos.read(new File(['x'], 'x.jpg', { type: 'image/jpeg' }));
  return { photos, read, answers, close };
}

describe('PhotoReader', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('showsWhatWasRead', async () => {
    const { photos, read, answers } = rig();
    const reading = read();
    answers[0]?.({ faces: [], mood: null });
    expect(await reading).toBe(photos.photo);
    expect(photos.problem).not.toBe('');
    expect(photos.busy).toBe(false);
  });

  it('putAwayMeanwhile_showsNothing_andTheNextOneCanBeRead', async () => {
    const { photos, read, answers, close } = rig();
    const first = read();
    photos.putAway();
    const second = read();
    answers[0]?.({ faces: [], mood: null });
    expect(await first).toBeNull();
    expect(photos.photo).toBeNull();
    expect(close).toHaveBeenCalledOnce();
    expect(photos.busy).toBe(true);
    answers[1]?.({ faces: [], mood: null });
    expect(await second).not.toBeNull();
    expect(photos.busy).toBe(false);
  });
});
