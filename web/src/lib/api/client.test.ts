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

  it('felt_postsOneOrSeveralReadings', async () => {
    const { api, fetcher } = rig(() => json({ stored: 1 }));
    const reading = { valence: 0.1, arousal: 0, sigmaValence: 0.1, sigmaArousal: 0.1, source: 'hand' as const };
    expect(await api.felt('default', reading)).toEqual({ stored: 1 });
    await api.felt('default', [reading]);
    expect(fetcher.mock.calls.map(([path]) => path)).toEqual(Array(2).fill('/api/v1/listeners/default/moods'));
    expect(fetcher.mock.calls.map(([, init]) => JSON.parse(init?.body as string))).toEqual([reading, [reading]]);
  });

  it('journal_namesListenerAndRangeSafely', async () => {
    const { api, fetcher } = rig(() => json({ on: false }));
    await api.journal('மாலா', { from: '2026-11-21T00:00:00+05:30', zone: 'Asia/Kolkata' });
    await api.journal('default');
    expect(fetcher.mock.calls.map(([path]) => path)).toEqual([
      `/api/v1/listeners/${encodeURIComponent('மாலா')}/journal?from=2026-11-21T00%3A00%3A00%2B05%3A30&zone=Asia%2FKolkata`,
      '/api/v1/listeners/default/journal',
    ]);
    expect(api.journalExportUrl('default', 'csv', { to: '2026-11-21' })).toBe(
      '/api/v1/listeners/default/journal/export?format=csv&to=2026-11-21',
    );
  });

  it('eraseJournal_deletesTheRange', async () => {
    const { api, fetcher } = rig(() => json({ readings: 3, plays: 1 }));
    expect(await api.eraseJournal('default', { from: '2026-11-20', to: '2026-11-21' })).toEqual({
      readings: 3,
      plays: 1,
    });
    expect(fetcher.mock.calls[0]).toMatchObject([
      '/api/v1/listeners/default/journal?from=2026-11-20&to=2026-11-21',
      { method: 'DELETE' },
    ]);
  });

  it('changePlaylist_namesTheVersionItIsMeantFor', async () => {
    const { api, fetcher } = rig(() => json({ id: 7, version: 3 }));
    await api.changePlaylist('default', { id: 7, version: 2 }, { trackIds: ['b', 'a'] });
    const [path, init] = fetcher.mock.calls[0] ?? [];
    expect([path, init?.method]).toEqual(['/api/v1/listeners/default/playlists/7', 'PUT']);
    expect(JSON.parse(init?.body as string)).toEqual({ trackIds: ['b', 'a'], version: 2 });
  });

  it('mark_putsAndTakesBack', async () => {
    const { api, fetcher } = rig(() => Promise.resolve(new Response(null, { status: 204 })));
    await api.mark('default', 'a b', 'ban');
    await api.mark('default', 'a b', 'ban', false);
    expect(fetcher.mock.calls.map(([path, init]) => `${init?.method} ${path}`)).toEqual([
      'PUT /api/v1/listeners/default/tracks/a%20b/ban',
      'DELETE /api/v1/listeners/default/tracks/a%20b/ban',
    ]);
  });

  it('stationsNear_asksForAPoint_andUnpacksTheAnswer', async () => {
    const { api, fetcher } = rig(() => json({ stations: [{ id: 'a' }] }));
    expect(await api.stationsNear(0.31, -0.2, 12)).toEqual([{ id: 'a' }]);
    expect(fetcher.mock.calls[0]?.[0]).toBe('/api/v1/stations/near?valence=0.31&arousal=-0.2&limit=12');
  });

  it('albums_askForTheirPage', async () => {
    const { api, fetcher } = rig(() => json({ total: 0, albums: [] }));
    await api.albums({ query: 'déjà', limit: 50, offset: 0 });
    expect(fetcher.mock.calls[0]?.[0]).toBe('/api/v1/albums?query=d%C3%A9j%C3%A0&limit=50&offset=0');
  });

  it('answerWithoutBody_isNull', async () => {
    const { api } = rig(() => Promise.resolve(new Response(null, { status: 204 })));
    expect(await api.forgetTaste('default')).toBeNull();
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
