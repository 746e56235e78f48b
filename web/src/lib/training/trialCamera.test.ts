import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../api/client';
import { english } from '../testing/english';
import { TrialCamera } from './trialCamera.svelte';

/** A page with one camera, and a video that shows what it delivers. */
async function rig() {
  const page = Object.assign(new EventTarget(), {
    hidden: false,
    createElement: () => ({
      getContext: () => {
        throw new Error('no canvas');
      },
    }),
  });
  const track = { enabled: true, stop: vi.fn(), onended: null as (() => void) | null };
  const stream = { getTracks: () => [track] } as unknown as MediaStream;
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => Promise.resolve(stream) } });
  const frame = { shown: () => {} };
  const video = {
    readyState: 4,
    HAVE_CURRENT_DATA: 2,
    videoWidth: 640,
    videoHeight: 480,
    requestVideoFrameCallback: (shown: () => void) => {
      frame.shown = shown;
      return 1;
    },
    cancelVideoFrameCallback: vi.fn(),
  } as unknown as HTMLVideoElement;
  const hide = (hidden: boolean) => {
    page.hidden = hidden;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  const camera = new TrialCamera({} as ApiClient, english());
  await camera.start('t1');
  return { camera, frame, hide, stream, track, video };
}

describe('TrialCamera', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('lamp_isLitOnlyWhileFramesCome', async () => {
    const { camera, frame, stream, video } = await rig();
    const end = camera.attach(video, stream);
    expect(camera.lamp).toBe(false);
    frame.shown();
    expect(camera.lamp).toBe(true);
    await vi.advanceTimersByTimeAsync(1500);
    expect(camera.lamp).toBe(false);
    frame.shown();
    end();
    expect(camera.lamp).toBe(false);
  });

  it('pageThatIsNotSeen_letsTheCameraRest', async () => {
    const { camera, frame, hide, stream, track, video } = await rig();
    const end = camera.attach(video, stream);
    frame.shown();
    hide(true);
    expect([track.enabled, camera.lamp]).toEqual([false, false]);
    hide(false);
    expect([track.enabled, camera.lamp]).toEqual([true, true]);
    end();
  });

  it('cameraThatWentAway_isOffAndSaysSo', async () => {
    const { camera, track } = await rig();
    track.onended?.();
    expect(camera.stream).toBeNull();
    expect(track.stop).toHaveBeenCalled();
    expect(camera.advice).toBe(english().t('camera.problem.unplugged.says'));
  });

  it('frameThatCannotBeTaken_isSaid_andTheNextIsTriedFor', async () => {
    const { camera, stream, video } = await rig();
    const end = camera.attach(video, stream);
    await vi.advanceTimersByTimeAsync(0);
    expect(camera.advice).toBe('no canvas');
    camera.advice = '';
    await vi.advanceTimersByTimeAsync(250);
    expect(camera.advice).toBe('no canvas');
    end();
  });
});
