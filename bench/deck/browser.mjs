// A Chromium of its own, driven by the DevTools protocol.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const { WebSocket } = pageDependency('ws');

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const startMs = 30_000;

/** What the page is built with serves here too, since Node.js 20 brings no WebSocket of its own. */
function pageDependency(name) {
    try {
        return createRequire(join(import.meta.dirname, '../../web/package.json'))(name);
    } catch {
        console.error('What the page is built with is not there. Fetch it with: npm --prefix web ci');
        process.exit(1);
    }
}

/** One tab: commands, events and what its page answers. */
class Tab {
    constructor(browser, sessionId, contextId) {
        Object.assign(this, { browser, sessionId, contextId });
    }

    send(method, params) {
        return this.browser.send(method, params, this.sessionId);
    }

    on(method, listener) {
        this.browser.on(method, listener, this.sessionId);
    }

    async evaluate(expression) {
        const answer = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
        if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
        return answer.result.value;
    }

    /** Waits for an expression to be true in the page; says whether it came to that. */
    async comes(expression, seconds) {
        for (let tries = 0; tries < seconds * 10; tries++) {
            if (await this.evaluate(`Boolean(${expression})`)) return true;
            await wait(100);
        }
        return false;
    }

    /** The same, where nothing goes on without it. */
    async until(expression, what, seconds = 60) {
        if (!(await this.comes(expression, seconds))) throw new Error(`The Deck did not get so far: ${what}.`);
    }

    async open(url) {
        const loaded = new Promise((done) => this.on('Page.loadEventFired', done));
        await this.send('Page.enable');
        await this.send('Page.navigate', { url });
        await loaded;
    }

    close() {
        return this.browser.send('Target.disposeBrowserContext', { browserContextId: this.contextId });
    }
}

export class Browser {
    nextId = 1;
    waiting = new Map();
    listeners = [];

    /** Starts a Chromium whose camera shows a video file. */
    static async start(cameraFile) {
        const program = places.find(existsSync);
        if (!program) throw new Error('Chromium is not installed. Install with: sudo apt-get install chromium');
        const browser = new Browser();
        browser.profile = mkdtempSync(join(tmpdir(), 'mooddeck-deck-'));
        browser.process = spawn(
            program,
            [
                '--headless=new', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${browser.profile}`,
                '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
                ...(cameraFile ? [`--use-file-for-fake-video-capture=${cameraFile}`] : []),
                '--autoplay-policy=no-user-gesture-required', '--mute-audio', '--window-size=1440,900', '--no-first-run',
                '--disable-background-networking', '--disable-component-update', '--disable-sync', 'about:blank',
            ],
            { stdio: 'ignore' },
        );
        const portFile = join(browser.profile, 'DevToolsActivePort');
        for (let waited = 0; !existsSync(portFile) || readFileSync(portFile, 'utf8').split('\n').length < 2; waited += 100) {
            if (waited > startMs || browser.process.exitCode !== null) throw new Error(`${program} does not start.`);
            await wait(100);
        }
        const [port, path] = readFileSync(portFile, 'utf8').split('\n');
        await browser.connect(`ws://127.0.0.1:${port}${path}`);
        return browser;
    }

    async connect(address) {
        this.socket = new WebSocket(address, { maxPayload: 1 << 30 });
        await new Promise((done, failed) => this.socket.once('open', done).once('error', failed));
        this.socket.on('message', (text) => {
            const message = JSON.parse(text);
            if (message.id) {
                const { done, failed } = this.waiting.get(message.id) ?? {};
                this.waiting.delete(message.id);
                return message.error ? failed?.(new Error(message.error.message)) : done?.(message.result);
            }
            for (const { method, listener, sessionId } of this.listeners) {
                if (method === message.method && (!sessionId || sessionId === message.sessionId)) listener(message.params);
            }
        });
    }

    send(method, params = {}, sessionId = undefined) {
        const id = this.nextId++;
        this.socket.send(JSON.stringify({ id, method, params, sessionId }));
        return new Promise((done, failed) => this.waiting.set(id, { done, failed }));
    }

    on(method, listener, sessionId = undefined) {
        this.listeners.push({ method, listener, sessionId });
    }

    /** Hears no longer what begins so. */
    forget(prefix) {
        this.listeners = this.listeners.filter(({ method }) => !method.startsWith(prefix));
    }

    /** A tab of somebody who was never here: nothing cached, nothing stored. */
    async tab() {
        const { browserContextId } = await this.send('Target.createBrowserContext');
        const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId });
        const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
        return new Tab(this, sessionId, browserContextId);
    }

    version() {
        return this.send('Browser.getVersion').then((version) => version.product);
    }

    async stop() {
        if (this.process.exitCode === null) {
            const gone = new Promise((done) => this.process.once('exit', done));
            // Asked, it takes its helpers along; a helper left behind would still write into the profile.
            this.socket?.send(JSON.stringify({ id: this.nextId++, method: 'Browser.close' }));
            if (!this.socket || !(await Promise.race([gone.then(() => true), wait(5000, false)]))) this.process.kill();
            await gone;
        }
        this.socket?.close();
        rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
}
