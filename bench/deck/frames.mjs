// What the page's main thread does for a frame, from Chromium's own trace.
import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from './statistics.mjs';

// The tasks of every thread, and what the page does in them; no more, since all that is noted takes time of its own.
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
const [task, frameCallback] = ['RunTask', 'FireAnimationFrame'];

/** Traces a browser for a while; gives the events. */
export async function trace(browser, seconds) {
    const events = [];
    const ended = new Promise((done) => browser.on('Tracing.tracingComplete', done));
    browser.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    await browser.send('Tracing.start', { traceConfig: { includedCategories: categories }, transferMode: 'ReportEvents' });
    await wait(seconds * 1000);
    await browser.send('Tracing.end');
    await ended;
    browser.forget('Tracing.');
    return events;
}

/**
 * Milliseconds of the main thread's work from each frame to the next: all its tasks (frame callbacks, style, layout, paint,
 * messages, timers, garbage), by the clock and of the processor.
 */
export function workPerFrame(events) {
    const drawing = events.filter((e) => e.name === frameCallback && e.ph === 'X');
    if (drawing.length < 10) throw new Error('The page drew no frames while it was watched.');
    const { pid, tid } = drawing[0];
    const tasks = events
        .filter((e) => e.name === task && e.ph === 'X' && e.pid === pid && e.tid === tid)
        .sort((a, b) => a.ts - b.ts);
    const callbacks = drawing.filter((e) => e.pid === pid && e.tid === tid).sort((a, b) => a.ts - b.ts);
    const frames = [];
    let next = 0;
    for (const { ts, dur = 0, tdur = 0 } of tasks) {
        // Several callbacks within a task are one frame.
        let draws = false;
        for (; next < callbacks.length && callbacks[next].ts <= ts + dur; next++) draws ||= callbacks[next].ts >= ts;
        if (draws) frames.push({ start: ts, wallMs: 0, cpuMs: 0 });
        const frame = frames.at(-1);
        if (!frame) continue;
        frame.wallMs += dur / 1000;
        frame.cpuMs += tdur / 1000;
    }
    // The last was cut off by the end of the trace.
    const last = frames.pop();
    const seconds = (last.start - frames[0].start) / 1e6;
    const of = (kind, q) => quantile(frames.map((frame) => frame[kind]), q);
    return {
        frames: frames.length,
        framesPerSecond: frames.length / seconds,
        medianMs: of('wallMs', 0.5),
        p95Ms: of('wallMs', 0.95),
        cpuMedianMs: of('cpuMs', 0.5),
        cpuP95Ms: of('cpuMs', 0.95),
    };
}
