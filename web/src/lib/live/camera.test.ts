import { describe, expect, it, vi } from 'vitest';
import { closeCamera, openCamera } from './camera';

function media(getUserMedia: () => Promise<unknown>) {
  return { getUserMedia: vi.fn(getUserMedia) } as unknown as MediaDevices;
}

function refusal(name: string) {
  return media(() => Promise.reject(Object.assign(new Error('no'), { name })));
}

describe('openCamera', () => {
  it('whenTheBrowserLendsIt_givesTheStreamAndAsksForNoSound', async () => {
    const stream = {};
    const devices = media(() => Promise.resolve(stream));
    expect(await openCamera(devices)).toEqual({ stream });
    expect(devices.getUserMedia).toHaveBeenCalledWith(expect.objectContaining({ audio: false }));
  });

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
    ['SomethingNew', 'other'],
  ])('when_%s_saysWhatIsInTheWay', async (name, problem) => {
    expect(await openCamera(refusal(name))).toEqual({ problem });
  });

  it('onAnUnsafeAddress_saysSo', async () => {
    expect(await openCamera(undefined)).toEqual({ problem: 'insecure' });
  });

  it('closeCamera_stopsEveryTrack', () => {
    const tracks = [{ stop: vi.fn() }, { stop: vi.fn() }];
    closeCamera({ getTracks: () => tracks } as unknown as MediaStream);
    for (const track of tracks) expect(track.stop).toHaveBeenCalledOnce();
  });
});
