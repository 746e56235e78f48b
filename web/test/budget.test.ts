import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '..', 'dist');
const budgetBytes = 150 * 1024;
const assets = existsSync(join(dist, 'assets')) ? readdirSync(join(dist, 'assets')) : [];

/** Runs where the page was built; without a build there is nothing to weigh. */
describe.skipIf(assets.length === 0)('the built page', () => {
  it('all its scripts together, gzipped, stay within 150 KB', () => {
    const scripts = [...assets.filter((name) => name.endsWith('.js')), '../sw.js'];
    const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, 'assets', name))).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(budgetBytes);
  });

  it('has no script or style written into the document, which the content policy forbids', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('asks no other origin for anything', () => {
    for (const name of ['../index.html', ...assets.filter((a) => a.endsWith('.css'))]) {
      const text = readFileSync(join(dist, 'assets', name), 'utf8');
      expect(text.match(/(?:src|href)="https?:|url\(["']?(?:https?:)?\/\/|@import/g) ?? []).toEqual([]);
    }
  });
});
