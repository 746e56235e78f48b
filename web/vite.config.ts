import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { leanSvelte } from './build/leanSvelte.ts';
import { piece } from './build/pieces.ts';
import { pressed } from './build/pressed.ts';
import { serviceWorker } from './build/serviceWorker.ts';
import { wordPlaces } from './build/wordPlaces.ts';
import { mockServer } from './dev/mockServer.ts';
import { PlainSummary } from './test/plainSummary.ts';

// `npm run dev` talks to a real MoodDeck when MOODDECK_SERVER names one, else to the mock in dev/.
const server = process.env['MOODDECK_SERVER'];

export default defineConfig({
  plugins: [leanSvelte(), svelte(), wordPlaces(), pressed(), serviceWorker(), ...(server ? [] : [mockServer()])],
  // The server's content security policy allows no data: URLs for fonts and scripts.
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: piece() }] } } },
  },
  server: server ? { proxy: { '/api': { target: server, ws: true }, '/healthz': server } } : {},
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.{ts,mjs}'],
    reporters: ['default', new PlainSummary()],
  },
  // Without this, Vitest would load Svelte's server build, in which effects never run.
  ...(process.env['VITEST'] ? { resolve: { conditions: ['browser'] } } : {}),
});
