// What `bench deck` makes its figures with, on numbers whose answer is known.
import { test } from 'vitest';
import assert from 'node:assert/strict';
import { workPerFrame } from '../../bench/deck/frames.mjs';
import { quantile, slope } from '../../bench/deck/statistics.mjs';

test('quantile: between the two nearest', () => {
    assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
    assert.equal(quantile([10, 0], 0.95), 9.5);
    assert.equal(quantile([7], 0.5), 7);
});

test('slope: of a line, without any doubt', () => {
    const { perUnit, uncertainty } = slope([0, 1, 2, 3, 4].map((x) => [x, 5 - 2 * x]));
    assert.ok(Math.abs(perUnit + 2) < 1e-12);
    assert.ok(uncertainty < 1e-12);
});

test('slope: the interval of the textbook', () => {
    // Least squares by hand: rise 0.6, residual sum 2.4, 3 degrees of freedom, standard error 0.2828.
    const { perUnit, uncertainty } = slope([
        [1, 2],
        [2, 4],
        [3, 5],
        [4, 4],
        [5, 5],
    ]);
    assert.ok(Math.abs(perUnit - 0.6) < 1e-12);
    assert.ok(Math.abs(uncertainty - 3.182 * 0.2828) < 0.04);
});

test("work per frame: every task of the page from frame to frame, nobody else's", () => {
    const events = [];
    const task = (ts, dur, tid = 1) => events.push({ name: 'RunTask', ph: 'X', pid: 9, tid, ts, dur, tdur: dur / 2 });
    for (let frame = 0; frame < 20; frame++) {
        const start = frame * 16_000;
        task(start, 3000);
        // Two callbacks within one task are one frame.
        for (const at of [100, 900]) {
            events.push({ name: 'FireAnimationFrame', ph: 'X', pid: 9, tid: 1, ts: start + at, dur: 50 });
        }
        task(start + 8000, frame === 3 ? 7000 : 1000);
        task(start + 9000, 5000, 2);
    }
    const work = workPerFrame(events);
    assert.equal(work.frames, 19);
    assert.ok(Math.abs(work.framesPerSecond - 62.5) < 1e-9);
    assert.equal(work.medianMs, 4);
    assert.equal(work.cpuMedianMs, 2);
    assert.ok(work.p95Ms >= 4 && work.p95Ms <= 11);
});
