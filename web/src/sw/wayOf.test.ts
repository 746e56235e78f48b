import { describe, expect, it } from 'vitest';
import { wayOf, type Asked } from './wayOf';

const origin = 'https://deck.local:5443';
const asked = (path: string, more: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  url: new URL(path, origin).href,
  mode: 'cors',
  headers: new Headers(),
  ...more,
});
const opened = (path: string) => asked(path, { mode: 'navigate' });

describe('wayOf', () => {
  it.each(['/', '/?installed', '/anything', '/pairs'])('opened %s, the server comes first', (path) => {
    expect(wayOf(opened(path), origin)).toBe('page');
  });

  it.each(['/pair', '/pair/', '/api/v1/trainings/1/report', '/api', '/healthz', '/icon.svg'])(
    'opened %s, it is left to the server',
    (path) => expect(wayOf(opened(path), origin)).toBe('leave'),
  );

  it('the files of the page are in the cache', () => {
    expect(wayOf(asked('/assets/index-1a2b.js'), origin)).toBe('asset');
  });

  it.each(['/api/v1/status', '/api/v1/tracks/1/stream', '/api/v1/tracks/1/cover', '/manifest.webmanifest', '/sw.js'])(
    'asked for %s, it is left to the server',
    (path) => expect(wayOf(asked(path), origin)).toBe('leave'),
  );

  it.each([
    ['a part of a file', asked('/assets/tone.mp3', { headers: new Headers({ range: 'bytes=0-' }) })],
    ['what changes something', asked('/', { method: 'POST', mode: 'navigate' })],
    ['another place', asked('https://elsewhere.example/assets/a.js')],
  ])('%s is left alone', (_, request) => {
    expect(wayOf(request, origin)).toBe('leave');
  });
});
