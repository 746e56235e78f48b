// How much the page holds on to while it runs.
import { setTimeout as wait } from 'node:timers/promises';
import { slope } from './statistics.mjs';

const everySeconds = 5;
const mib = 2 ** 20;

/** MiB of JavaScript that is left after each sweep, over so many minutes, and how they grow in an hour. */
export async function heapLevel(tab, minutes) {
    const points = [];
    const start = performance.now();
    const hours = () => (performance.now() - start) / 3_600_000;
    do {
        await tab.send('HeapProfiler.collectGarbage');
        const { usedSize } = await tab.send('Runtime.getHeapUsage');
        points.push([hours(), usedSize / mib]);
        await wait(everySeconds * 1000);
    } while (hours() < minutes / 60 || points.length < 5);
    const { perUnit, uncertainty } = slope(points);
    return {
        minutes,
        samples: points.length,
        firstMib: points[0][1],
        lastMib: points.at(-1)[1],
        mibPerHour: perUnit,
        uncertaintyMibPerHour: uncertainty,
    };
}
