// Measures in a real Chromium how the page joins tracks: `node bench/joints/run.mjs`. It builds the player as the page
// is built, plays generated tones through it and looks at every sample that would go to the loudspeaker.
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { WebSocket } from 'ws';

const types = { '.html': 'text/html', '.js': 'text/javascript' };
const policy = "default-src 'none'; script-src 'self'; media-src 'self' blob:; connect-src 'self'";
const work = mkdtempSync(join(tmpdir(), 'mooddeck-joints-'));
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!chromium) throw new Error('Chromium is not installed. Install with: sudo apt-get install chromium');

await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir: join(work, 'dist'), emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' },
});

const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(work, 'dist', path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'text/plain',
        'content-security-policy': policy,
    });
    createReadStream(file).pipe(response);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${server.address().port}/`;

/** Opens a page of its own in a browser of its own and gives what `run` there answers. */
async function measure(wish) {
    const profile = join(work, `profile-${Math.random()}`);
    const browser = spawn(chromium, [
        '--headless=new',
        '--no-sandbox',
        '--autoplay-policy=no-user-gesture-required',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        address,
    ]);
    try {
        const portFile = join(profile, 'DevToolsActivePort');
        while (!existsSync(portFile)) await wait(100);
        await wait(500);
        const port = readFileSync(portFile, 'utf8').split('\n')[0];
        for (;;) {
            const pages = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
            const page = pages.find((p) => p.url === address);
            const answer = page && (await evaluate(page.webSocketDebuggerUrl, wish));
            if (answer) return answer;
            await wait(200);
        }
    } finally {
        browser.kill();
        await new Promise((done) => browser.once('exit', done));
    }
}

async function evaluate(url, wish) {
    const socket = new WebSocket(url);
    await new Promise((done) => socket.once('open', done));
    const expression = `new Promise((go) => { const look = () => window.run ? go() : setTimeout(look, 50); look(); })
    .then(() => run(${JSON.stringify(wish)}))`;
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    const answer = await new Promise((done) => {
        socket.on('message', (text) => JSON.parse(text).id === 1 && done(JSON.parse(text)));
    });
    socket.close();
    // A tab that is just opening drops what it was asked.
    if (answer.error) return null;
    if (answer.result.exceptionDetails) throw new Error(JSON.stringify(answer.result.exceptionDetails));
    return answer.result.result.value;
}

const ms = (value) => `${value.toFixed(2)} ms`;
try {
    for (const [way, tracks, sampleRate] of [
        ['splice', 13, 48_000],
        ['splice', 9, 44_100],
        ['clock', 9, 48_000],
        ['ended', 9, 48_000],
    ]) {
        const { gapsMs, contextRate } = await measure({ way, tracks, sampleRate, seconds: 3, crossfadeSeconds: 0 });
        const sorted = [...gapsMs].sort((a, b) => Math.abs(a) - Math.abs(b));
        const middle = sorted[Math.floor(sorted.length / 2)];
        console.log(
            `${way}, ${sampleRate} Hz in a ${contextRate} Hz context: ${sorted.length} joints, gap median ${ms(middle)}, worst ${ms(sorted.at(-1))}`,
        );
    }
    const fade = await measure({ way: 'splice', tracks: 2, sampleRate: 48_000, seconds: 12, crossfadeSeconds: 4 });
    const { fadeSeconds, lowestDb, highestDb, curve } = fade;
    console.log(
        `crossfade of 4 s: ${fadeSeconds.toFixed(2)} s, power ${lowestDb.toFixed(2)} to ${highestDb.toFixed(2)} dB`,
    );
    console.log(`gains of the two, every 0.4 s: ${curve.map((pair) => pair.join('/')).join(' ')}`);
} finally {
    server.close();
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
