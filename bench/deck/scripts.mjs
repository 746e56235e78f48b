import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gzipped bytes of the JavaScript: all of it, and what the page is opened with. */
export function weigh(folder) {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const names = ['sw.js', ...readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`)];
    const scripts = names.filter((name) => name.endsWith('.js')).map((name) => ({
        name,
        bytes: gzipSync(readFileSync(join(folder, name))).length,
    }));
    const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
    return { gzippedBytes: sum(scripts), openingGzippedBytes: sum(scripts.filter(({ name }) => page.includes(name))) };
}
