import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '..', 'dist');
const built = existsSync(join(dist, 'sw.js'));

/** Runs where the page was built. */
describe.skipIf(!built)('the built service worker', () => {
  const source = built ? readFileSync(join(dist, 'sw.js'), 'utf8') : '';
  const kept = [...source.matchAll(/(\/assets\/[\w.-]+\.\w+)/g)].map(([, path]) => path ?? '');

  it('keeps files that are there, every script and style among them', () => {
    for (const path of kept) expect(existsSync(join(dist, path)), path).toBe(true);
    const needed = readdirSync(join(dist, 'assets')).filter((name) => /\.(js|css)$|^en-.*\.json$/.test(name));
    expect(kept).toEqual(expect.arrayContaining(needed.map((name) => `/assets/${name}`)));
  });

  it('keeps what the page names', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    expect(named.length).toBeGreaterThan(0);
    expect(kept).toEqual(expect.arrayContaining(named));
  });

  it('keeps no more than a page is worth', () => {
    const bytes = kept.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0);
    expect(bytes).toBeLessThan(600 * 1024);
  });
});
