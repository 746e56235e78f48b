import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { WebSocketServer } from 'ws';
import type { LiveText } from '../src/lib/api/types/live.ts';
import type { DemoState } from '../src/lib/api/types/status.ts';
import { catalogue, facets, moods, recommend } from './mockCatalogue.ts';
import { mockFace, mockReading } from './mockFaces.ts';
import { MockHousehold } from './mockHousehold.ts';
import { policy } from './policy.ts';
import { stations, stationsNear } from './mockStations.ts';
import { MockLibrary } from './mockLibrary.ts';
import { MockFolders } from './mockFolders.ts';
import { MockHouse } from './mockHouse.ts';
import { MockSheets } from './mockSheets.ts';
import { MockTeaching } from './mockTeaching.ts';
import { tone } from './mockTone.ts';
import { MockTraining } from './mockTraining.ts';

/**
 * Stands in for the server while the page is developed (`npm run dev`, `npm run preview`); never part of the build.
 * MOCK_DEMO=absent starts without the demo library.
 */
export function mockServer(): Plugin {
  const mock = new MockServer();
  return {
    name: 'mooddeck-mock-server',
    configureServer(server) {
      server.middlewares.use(mock.handle);
      if (server.httpServer) mock.listen(server.httpServer as Server);
    },
    configurePreviewServer(server) {
      server.middlewares.use(withPolicy);
      server.middlewares.use(mock.handle);
      mock.listen(server.httpServer as Server);
    },
  };
}

/** The preview is served under the same policy as MoodDeck serves it, so that what it forbids is noticed here. */
function withPolicy(_: IncomingMessage, response: ServerResponse, next: () => void): void {
  response.setHeader('content-security-policy', policy);
  next();
}

class MockServer {
  private demo: DemoState =
    process.env['MOCK_DEMO'] === 'absent'
      ? { state: 'absent', done: 0, total: 24, detail: null }
      : { state: 'ready', done: 24, total: 24, detail: null };
  private library = new MockLibrary();
  private sheets = new MockSheets();
  private training = new MockTraining();
  private teaching = new MockTeaching();
  private household = new MockHousehold(() => catalogue(this.demo.state === 'ready'));
  private folders = new MockFolders();
  private house = new MockHouse();

  listen(http: Server): void {
    const sockets = new WebSocketServer({ noServer: true });
    http.on('upgrade', (request, socket, head) => {
      if (request.url !== '/api/v1/live') return;
      sockets.handleUpgrade(request, socket, head, (live) => {
        const start = Date.now();
        let frame = 0;
        const camera = this.teaching.connect((message) => live.send(JSON.stringify(message)));
        live.on('message', (data, binary) => {
          if (!binary) return camera.hear(JSON.parse((data as Buffer).toString()) as LiveText, frame);
          live.send(JSON.stringify(mockReading(++frame, (Date.now() - start) / 1000, camera.room, camera.rest())));
        });
      });
    });
  }

  handle = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const url = new URL(request.url ?? '/', 'http://mock');
    if (!url.pathname.startsWith('/api/v1/')) return next();
    void this.answer(request, url, response);
  };

  private async answer(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    // What is taught about a face is the same for everybody here.
    const path = url.pathname
      .slice('/api/v1'.length)
      .replace(/^\/listeners\/[^/]+\/(?=neutral|corr)/, '/listeners/default/');
    const tracks = catalogue(this.demo.state === 'ready');
    const json = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const stream = /^\/tracks\/demo-(\d+)\/stream$/.exec(path);
    if (stream) return sendRange(request, response, tone(Number(stream[1])));
    if (/\/(sheet|lyrics|spectrogram)$|^\/listeners\/.*\/mood$/.test(path)) {
      const answer = this.sheets.answer(request.method ?? 'GET', path, (await bodyOf(request)).toString(), tracks);
      if (answer && Buffer.isBuffer(answer[0])) {
        response.writeHead(200, { 'content-type': 'image/png' });
        response.end(answer[0]);
        return;
      }
      if (answer) return json(...answer);
    }
    if (path.startsWith('/listeners') && !/(neutral|corrections|last)$|\/(playlists|tracks)\b/.test(path)) {
      const body = (await bodyOf(request)).toString();
      if (this.household.answer(request.method ?? 'GET', url, body, response)) return;
    }
    const about = /^\/trainings(?:\/([^/]+)(?:\/(\w+))?)?$/.exec(path);
    if (about) return this.answerTraining(request, url, about[1], about[2], json);
    if (/^\/(tracks|albums|artists)$|\/(playlists|tracks)\b/.test(path)) {
      const body = (await bodyOf(request)).toString();
      if (this.library.answer(request.method ?? 'GET', path, url.searchParams, body, tracks, json)) return;
    }
    const library = /^\/library\/(\w+)$/.exec(path)?.[1];
    const house = /^\/lan(?:\/(\w+)(?:\/(\w+))?)?$/.exec(path);
    if (library || house) {
      const method = request.method ?? 'GET';
      const body = JSON.parse((await bodyOf(request)).toString() || '{}') as { path?: string; name?: string };
      if (house) return json(this.house.answer(method, house[1] ?? '', house[2], body));
      const answer = this.folders.answer(method, library ?? '', body.path ?? url.searchParams.get('path'));
      if (answer) return json(...answer);
    }
    switch (`${request.method} ${path}`) {
      case 'GET /status':
        return json({
          version: '0.1.0',
          tracks: { total: tracks.length, playable: tracks.filter((t) => t.playable).length },
          models: { emotion: 'moodnet', faces: 'deck' },
          demo: this.demo.state,
        });
      case 'GET /moods':
        return json(moods);
      case 'GET /stations':
        return json(stations(tracks));
      case 'GET /stations/near':
        return json(stationsNear(tracks, url.searchParams));
      case 'GET /facets':
        return json(facets(tracks));
      case 'GET /demo':
        return json(this.demo);
      case 'POST /demo':
        this.makeDemo();
        return json(this.demo, 202);
      case 'GET /listeners/default/neutral':
        return json(this.teaching.neutral);
      case 'DELETE /listeners/default/neutral':
        this.teaching.neutral = [];
        response.writeHead(204).end();
        return;
      case 'GET /listeners/default/corrections':
        return json(this.teaching.corrections);
      case 'DELETE /listeners/default/corrections':
        this.teaching.corrections = [];
        response.writeHead(204).end();
        return;
      case 'DELETE /listeners/default/corrections/last':
        this.teaching.corrections.shift();
        response.writeHead(204).end();
        return;
      case 'POST /recommendations':
        return json(
          recommend(
            tracks.filter((t) => !this.library.isBanned(t.id)),
            JSON.parse((await bodyOf(request)).toString()) as Record<string, unknown>,
          ),
        );
      case 'POST /analyze': {
        await bodyOf(request);
        return json(mockAnalysis());
      }
      default:
        return json({ type: 'urn:mooddeck:problem:not-found', title: 'There is nothing here.', status: 404 }, 404);
    }
  }

  private async answerTraining(
    request: IncomingMessage,
    url: URL,
    id: string | undefined,
    what: string | undefined,
    json: (body: unknown, status?: number) => void,
  ): Promise<void> {
    const body = await bodyOf(request);
    const { training } = this;
    if (id === undefined) {
      return request.method === 'POST'
        ? json(training.add(url.searchParams.get('name') ?? 'faces.zip', body.length), 201)
        : json(training.list());
    }
    if (id === 'go-back') return json(training.goBack() ?? null);
    if (request.method === 'DELETE') return json(training.remove(id) ?? null);
    switch (what) {
      case 'start':
        return json(training.start(id, JSON.parse(body.toString() || '{}') as object), 202);
      case 'stop':
        return json(training.stop(id), 202);
      case 'keep':
        return json(training.keep(id));
      case 'try':
        return json(mockAnalysis());
      default:
        return json(training.find(id));
    }
  }

  private makeDemo(): void {
    if (this.demo.state !== 'absent') return;
    this.demo = { ...this.demo, state: 'running' };
    const timer = setInterval(() => {
      const done = this.demo.done + 1;
      this.demo = { ...this.demo, done, state: done >= this.demo.total ? 'ready' : 'running' };
      if (this.demo.state === 'ready') clearInterval(timer);
    }, 150);
  }
}

function mockAnalysis(): object {
  const face = mockFace(2, 640, 480);
  const mood = { ...face.vad, label: 'happy', confidence: 0.6 };
  return { images: [{ path: null, width: 640, height: 480, faces: [face], mood, elapsedMs: 6 }] };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function sendRange(request: IncomingMessage, response: ServerResponse, file: Buffer): void {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = range?.[2] ? Number(range[2]) : file.length - 1;
  response.writeHead(range ? 206 : 200, {
    'content-type': 'audio/wav',
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${file.length}` } : {}),
  });
  response.end(file.subarray(start, end + 1));
}
