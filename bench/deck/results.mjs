// Reads what `mooddeck bench deck --json` prints and writes RESULTS.md's text.
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';

const { browser, loads, paint, emptyPaint, frame, scripts, heap } = JSON.parse(readFileSync(0, 'utf8'));
const [processor] = cpus();
const kib = (bytes) => (bytes / 1024).toFixed(1);
const row = (name, times) =>
    `| ${name} | ${times.firstPaintMs.toFixed(0)} | ${times.firstContentfulPaintMs.toFixed(0)} |`;

console.log(`# The Deck in a browser

Written by \`bench/deck/run.sh\` on ${new Date().toISOString().slice(0, 10)}: \`mooddeck bench deck --minutes ${heap.minutes} --json\`.
How each is measured is in the [README](README.md).

- Processor: ${processor.model}, ${cpus().length} cores, no graphics card; load average ${loadavg()[2].toFixed(0)} of all that ran there, this included
- Linux ${release().split('-')[0]}, ${browser} (headless)

## First paint

Medians of ${loads} cold loads on loopback, in milliseconds.

| | first paint | first contentful paint |
|---|---|---|
${row('Deck', paint)}
${row('an empty page', emptyPaint)}

## The main thread's work for a frame

${frame.frames} frames in ${frame.seconds} s (${frame.framesPerSecond.toFixed(0)} a second) with camera (${frame.cameraFramesPerSecond.toFixed(1)} frames a second sent to the server), meters and music. Milliseconds.

| | median | p95 |
|---|---|---|
| by the clock | ${frame.medianMs.toFixed(1)} | ${frame.p95Ms.toFixed(1)} |
| of the processor | ${frame.cpuMedianMs.toFixed(1)} | ${frame.cpuP95Ms.toFixed(1)} |

## JavaScript

${kib(scripts.gzippedBytes)} KiB gzipped; ${kib(scripts.openingGzippedBytes)} of them open the page.

## Memory

JavaScript's heap after collections, ${heap.samples} times in ${heap.minutes} min: ${heap.firstMib.toFixed(1)} MiB at first, ${heap.lastMib.toFixed(1)} at last;
${heap.mibPerHour.toFixed(1)} ± ${heap.uncertaintyMibPerHour.toFixed(1)} MiB an hour.`);
