// How soon something is seen.
import { createServer } from 'node:http';
import { quantile } from './statistics.mjs';

const nothing = '<!doctype html><html lang="en"><meta charset="utf-8"><title>empty</title><p>empty</p></html>';

/** Milliseconds to the first paint of the page and of an empty one, by turns, each time by somebody who was never there. */
export async function coldPaint(browser, url, loads) {
    const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(nothing));
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    const empty = `http://127.0.0.1:${server.address().port}/`;
    const times = { [url]: [], [empty]: [] };
    try {
        // The browser's own first page is no measure of any.
        await paintOnce(browser, empty);
        for (let load = 0; load < loads; load++) {
            for (const address of [url, empty]) times[address].push(await paintOnce(browser, address));
        }
    } finally {
        server.close();
    }
    return { deck: middle(times[url]), empty: middle(times[empty]) };
}

async function paintOnce(browser, address) {
    const tab = await browser.tab();
    await tab.open(address);
    const entries = 'performance.getEntriesByType("paint")';
    await tab.until(`${entries}.some(({ name }) => name === 'first-contentful-paint')`, 'its first paint');
    const times = await tab.evaluate(`Object.fromEntries(${entries}.map(({ name, startTime }) => [name, startTime]))`);
    await tab.close();
    return { firstPaintMs: times['first-paint'], firstContentfulPaintMs: times['first-contentful-paint'] };
}

function middle(times) {
    const of = (kind) => quantile(times.map((time) => time[kind]), 0.5);
    return { firstPaintMs: of('firstPaintMs'), firstContentfulPaintMs: of('firstContentfulPaintMs') };
}
