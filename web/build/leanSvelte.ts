import type { Plugin } from 'vite';

/**
 * What Svelte's runtime leaves open for pages of other kinds and this one never uses: taking over markup that a server
 * rendered, components of older Svelte, asynchronous ones, tracing. Written down as settled, the minifier leaves all of
 * it out, some 1.7 kB of the packed scripts.
 */
const settled: [file: string, from: RegExp, to: string][] = [
  ['/internal/client/dom/hydration.js', /export let hydrating = false;/, 'export const hydrating = false;'],
  ['/internal/client/dom/hydration.js', /hydrating = value;/, ''],
  ['/internal/flags/index.js', /export let (\w+) = false;/g, 'export const $1 = false;'],
  ['/internal/flags/index.js', /^\t\w+ = (?:true|false);$/gm, ''],
];

/** Builds with a runtime that has only what this page uses. A Svelte that is written otherwise fails the build. */
export function leanSvelte(): Plugin {
  return {
    name: 'mooddeck-lean-svelte',
    apply: 'build',
    transform(code, id) {
      const mine = settled.filter(([file]) => id.endsWith(`/svelte/src${file}`));
      if (mine.length === 0) return null;
      const leaner = mine.reduce((text, [file, from, to]) => {
        const next = text.replace(from, to);
        if (next === text) throw new Error(`Svelte's ${file} is not what it was: it has no ${from.source}`);
        return next;
      }, code);
      return { code: leaner, map: null };
    },
  };
}
