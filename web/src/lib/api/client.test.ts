import { describe, expect, it, vi } from 'vitest';
import { ApiClient } from './client';
import { ApiProblem, ServerGone } from './problem';

function rig(answer: () => Promise<Response>) {
  const fetcher = vi.fn<typeof fetch>(answer);
  return { fetcher, api: new ApiClient(fetcher) };
}

const json = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));

describe('ApiClient', () => {
  it('recommend_postsTheQuestionAsJson', async () => {
    const { api, fetcher } = rig(() => json({ tracks: [] }));
    expect(await api.recommend({ vad: [0.1, 0.2, 0], languages: ['es'] })).toEqual({ tracks: [] });
    const [path, init] = fetcher.mock.calls[0] ?? [];
    expect(path).toBe('/api/v1/recommendations');
    expect(init).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(init?.body as string)).toEqual({ vad: [0.1, 0.2, 0], languages: ['es'] });
  });

  it('analyze_sendsThePictureItself', async () => {
    const { api, fetcher } = rig(() => json({ images: [{ faces: [] }] }));
    const picture = new Blob(['x'], { type: 'image/png' });
    expect(await api.analyze(picture)).toEqual({ faces: [] });
    expect(fetcher.mock.calls[0]?.[1]).toMatchObject({ headers: { 'content-type': 'image/png' }, body: picture });
  });

  it('search_escapesWhatWasTyped', async () => {
    const { api, fetcher } = rig(() => json({ total: 0, tracks: [] }));
    await api.search('AC/DC & más', 5);
    expect(fetcher.mock.calls[0]?.[0]).toBe('/api/v1/tracks?query=AC%2FDC+%26+m%C3%A1s&limit=5');
  });

  it('answerWithoutBody_isNull', async () => {
    const { api } = rig(() => Promise.resolve(new Response(null, { status: 204 })));
    expect(await api.eraseHistory('default')).toBeNull();
  });

  it('problem_carriesItsTypeAndDetail', async () => {
    const { api } = rig(() =>
      json({ type: 'urn:mooddeck:problem:bad-image', title: 'Bad', detail: 'Cut short.' }, 400),
    );
    const failure = api.analyze(new Blob());
    await expect(failure).rejects.toBeInstanceOf(ApiProblem);
    await expect(failure).rejects.toMatchObject({
      status: 400,
      type: 'urn:mooddeck:problem:bad-image',
      message: 'Cut short.',
    });
  });

  it('failureThatIsNoProblemDocument_isStillASentence', async () => {
    const { api } = rig(() => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })));
    await expect(api.status()).rejects.toThrow('The server answered 502.');
  });

  it('deviceThatIsNotPaired_isShutOut', async () => {
    const shutOut = vi.fn();
    const api = new ApiClient(() => json({ type: 'urn:mooddeck:problem:not-paired' }, 401), '/api/v1', shutOut);
    await expect(api.status()).rejects.toBeInstanceOf(ApiProblem);
    expect(shutOut).toHaveBeenCalledOnce();
  });

  it('noAnswer_isServerGone_butAStoppedQuestionIsNot', async () => {
    await expect(rig(() => Promise.reject(new TypeError('fetch failed'))).api.status()).rejects.toBeInstanceOf(
      ServerGone,
    );
    const stopped = new DOMException('stopped', 'AbortError');
    await expect(rig(() => Promise.reject(stopped)).api.status()).rejects.toBe(stopped);
  });
});
