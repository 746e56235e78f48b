import type { ServerResponse } from 'node:http';
import type { Listener } from '../src/lib/api/types/listeners.ts';
import type { Track } from '../src/lib/api/types/tracks.ts';
import { MockJournal } from './mockJournal.ts';
import { MockTaste } from './mockTaste.ts';

/**
 * The listeners of the mock, and what is kept of them. MOCK_LISTENERS=none: the server does not say who lives here;
 * =one: there is one, who keeps nothing.
 */
export class MockHousehold {
  private listeners: Listener[] =
    process.env['MOCK_LISTENERS'] === 'one'
      ? [{ id: 'default', name: 'Me', keepHistory: false }]
      : [
          { id: 'default', name: 'Me', keepHistory: true },
          { id: 'aisha', name: 'عائشة 🎧', keepHistory: false },
          { id: 'long', name: 'Bartholomäus-Maximilian von und zu Hohenlohe-Langenburg der IV', keepHistory: true },
          { id: 'markup', name: '<b>Ben</b> & "Söhne"', keepHistory: true },
        ];
  private readonly journal: MockJournal;
  private readonly taste: MockTaste;

  constructor(tracks: () => Track[]) {
    this.taste = new MockTaste(tracks);
    this.journal = new MockJournal(tracks);
  }

  /** Answers what is about listeners; false for what is not answered here. */
  answer(method: string, url: URL, body: string, response: ServerResponse): boolean {
    const path =
      /^\/api\/v1\/listeners(?:\/([^/]+)(?:\/(moods|plays|journal|journal\/export|taste|taste\/\w+))?)?$/.exec(
        url.pathname,
      );
    if (!path) return false;
    const json = (value: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 204 ? undefined : JSON.stringify(value));
      return true;
    };
    const problem = (type: string, status: number, detail: string) =>
      json({ type: `urn:mooddeck:problem:${type}`, status, detail }, status);
    if (process.env['MOCK_LISTENERS'] === 'none') return problem('internal', 500, 'Something went wrong.');
    const [, id, what] = path;
    const given = (body ? JSON.parse(body) : {}) as Partial<Listener>;
    const bad = given.name !== undefined && (given.name.trim() === '' || [...given.name].length > 60);
    if (bad) return problem('bad-option', 400, "'name' must have 1 to 60 characters on one line.");
    if (id === undefined) {
      if (method === 'GET') return json(this.listeners);
      const added = { id: `l${Date.now()}`, name: given.name ?? '', keepHistory: false };
      this.listeners.push(added);
      return json(added, 201);
    }
    const listener = this.listeners.find((l) => l.id === decodeURIComponent(id));
    if (!listener) return problem('unknown-listener', 404, `Nobody is called '${id}' here.`);
    if (what?.startsWith('taste')) return json(...this.taste.answer(method, what, url.searchParams, given));
    switch (`${method} ${what ?? ''}`) {
      case 'PUT ':
        return json(Object.assign(listener, given));
      case 'DELETE ':
        if (this.listeners.length === 1) return problem('last-listener', 409, 'Somebody must be left to listen.');
        this.listeners = this.listeners.filter((l) => l !== listener);
        return json(null, 204);
      case 'POST moods':
        return json({ stored: listener.keepHistory ? [given].flat().length : 0 });
      case 'GET journal':
        return json(this.journal.read(listener.keepHistory, url.searchParams));
      case 'DELETE journal':
        return json(this.journal.erase(url.searchParams));
      case 'GET journal/export':
        response.setHeader('content-disposition', 'attachment; filename="mooddeck-journal.csv"');
        return json([]);
      default:
        return json(null, 204);
    }
  }
}
