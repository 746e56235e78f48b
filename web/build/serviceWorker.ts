import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const entry = join(import.meta.dirname, '../src/sw/sw.ts');

/** What the page opens with: English, and not the languages and letters that fewer need, which are kept once somebody used them. */
function opensWith(name: string): boolean {
  return /\.(js|css|webp|png)$|\/en-.*\.json$/.test(name) || /-latin-\d+-normal-.*\.woff2$/.test(name);
}

/** Builds the service worker into `/sw.js`, with the list of files it keeps written into it. */
export function serviceWorker(): Plugin {
  return {
    name: 'mooddeck-service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/') && opensWith(name));
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('There is no page to make a service worker for.');
      const shell = ['/', ...files.sort().map((name) => `/${name}`)];
      const version = createHash('sha256').update(page.source).update(shell.join()).digest('hex').slice(0, 12);
      const source = await compile({ SHELL: JSON.stringify(shell), VERSION: JSON.stringify(version) });
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}

async function compile(define: Record<string, string>): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define,
    build: { write: false, target: 'es2022', rolldownOptions: { input: entry, output: { format: 'iife' } } },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('The service worker was built more than once.');
  return built.output[0].code;
}
