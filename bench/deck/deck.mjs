// Measures a served Deck in a real Chromium and writes the figures as JSON; `mooddeck bench deck` starts the server and
// this. `node bench/deck/deck.mjs URL PAGE-FOLDER [MINUTES [LOADS]]`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Browser } from './browser.mjs';
import { filmFace } from './camera.mjs';
import { trace, workPerFrame } from './frames.mjs';
import { heapLevel } from './memory.mjs';
import { coldPaint } from './paint.mjs';
import { weigh } from './scripts.mjs';

const warmUpSeconds = 5;
const traceSeconds = 20;

// The listener has agreed to the camera before; and what goes to the server is counted.
const beforehand = `
    localStorage.setItem('mooddeck.settings', JSON.stringify({ consent: true }));
    window.framesSent = 0;
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) {
        if (typeof data !== 'string') window.framesSent++;
        return send.call(this, data);
    };`;

const one = (id) => `document.querySelector('[data-testid="${id}"]')`;

/** Opens the Deck and has camera, meters and music run. */
async function start(browser, url) {
    const tab = await browser.tab();
    await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: beforehand });
    await tab.open(url);
    await tab.until(one('queue-item'), 'a queue');
    await tab.evaluate(`${one('camera-switch')}.click()`);
    await tab.until(`${one('camera-lamp')}?.dataset.on === 'true'`, 'a camera that delivers frames');
    await tab.until('window.framesSent > 0', 'frames for the server');
    const playing = `${one('play')}.dataset.state === 'playing'`;
    // A face begins the music by itself; where it does not, the key is pressed, but not while that may still come.
    if (!(await tab.comes(playing, 10))) await tab.evaluate(`${one('play')}.click()`);
    await tab.until(playing, 'music');
    await wait(warmUpSeconds * 1000);
    return tab;
}

async function measureFrames(browser, tab) {
    const counted = () => tab.evaluate('[window.framesSent, performance.now()]');
    const [framesBefore, from] = await counted();
    const events = await trace(browser, traceSeconds);
    const [framesAfter, until] = await counted();
    return {
        seconds: traceSeconds,
        ...workPerFrame(events),
        cameraFramesPerSecond: (1000 * (framesAfter - framesBefore)) / (until - from),
    };
}

const [, , url, pageFolder, minutes = '1', loads = '9'] = process.argv;
const work = mkdtempSync(join(tmpdir(), 'mooddeck-face-'));
let browser;
try {
    const face = join(work, 'face.y4m');
    filmFace(face);
    browser = await Browser.start(face);
    const paint = await coldPaint(browser, url, Number(loads));
    const tab = await start(browser, url);
    const frame = await measureFrames(browser, tab);
    const heap = await heapLevel(tab, Number(minutes));
    console.log(
        JSON.stringify({
            browser: await browser.version(),
            loads: Number(loads),
            paint: paint.deck,
            emptyPaint: paint.empty,
            frame,
            scripts: weigh(pageFolder),
            heap,
        }),
    );
} catch (error) {
    console.error(error.message);
    process.exitCode = 1;
} finally {
    await browser?.stop();
    rmSync(work, { recursive: true, force: true });
}
