import { describe, expect, it } from 'vitest';
import type { JournalReading } from '../api/types/journal';
import { placeNotes, remarksOf } from './penNotes';
import { placeNames, shorten } from './songNames';

const widthOf = (text: string) => [...text].length * 7;
const bar = (x0: number, name: string, length = 20, skipped = false) => ({ x0, x1: x0 + length, name, skipped });

describe('names of songs', () => {
  it('never stand on each other, on the busiest day', () => {
    const bars = Array.from({ length: 300 }, (_, i) => bar(i * 4, `Song number ${i}`, 3 + (i % 7)));
    const placed = placeNames(bars, 1200, 2, widthOf);
    expect(placed.length).toBeGreaterThan(10);
    for (const { x } of placed.filter((p) => p.row === 1)) {
      expect(placed.some((p) => p.row === 0 && p.x <= x && x <= p.x + widthOf(p.text))).toBe(false);
    }
    for (const row of [0, 1]) {
      const ends = placed.filter((p) => p.row === row).sort((a, b) => a.x - b.x);
      ends.slice(1).forEach((p, i) => {
        const before = ends[i];
        expect(p.x).toBeGreaterThanOrEqual((before?.x ?? 0) + widthOf(before?.text ?? ''));
      });
    }
  });

  it('give what was heard to the end the place before what was skipped', () => {
    const placed = placeNames([bar(0, 'skipped one', 90, true), bar(10, 'heard one', 20)], 1000, 1, widthOf);
    expect(placed.map((p) => p.text)).toEqual(['heard one']);
  });

  it('are cut between whole signs, and left out where too little would stay', () => {
    expect(shorten('Harbour lights', 70, widthOf)).toBe('Harbour l…');
    expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 200, widthOf)).toMatch(/^(👩‍👩‍👧)+…$/u);
    expect(shorten('Harbour lights', 25, widthOf)).toBe('');
    expect(shorten('short', 40, widthOf)).toBe('short');
  });
});

const curve = (values: number[], axis: 'valence' | 'arousal' = 'valence'): JournalReading[] =>
  values.map((value, i) => ({
    at: new Date(Date.parse('2026-11-21T08:00:00Z') + i * 120_000).toISOString(),
    valence: 0,
    arousal: 0,
    [axis]: value,
    sigmaValence: 0.1,
    sigmaArousal: 0.1,
    source: 'camera' as const,
  }));
const flat = (value: number, n: number) => Array.from({ length: n }, () => value);

describe('notes of the pen', () => {
  it('say where it was lowest and how long the way back took', () => {
    const readings = curve([...flat(0.1, 10), ...flat(-0.6, 5), ...flat(-0.2, 20), ...flat(0.2, 10)]);
    const remarks = remarksOf(readings, 120_000);
    expect(remarks.map((r) => r.what)).toEqual(['lowest', 'back']);
    expect(remarks[1]?.minutes).toBeGreaterThan(35);
  });

  it('claim no way back through a time without readings', () => {
    const readings = curve([...flat(-0.6, 10), ...flat(0.2, 10)]);
    const late = readings.map((r, i) =>
      i < 10 ? r : { ...r, at: new Date(Date.parse(r.at) + 3_600_000).toISOString() },
    );
    expect(remarksOf(late, 120_000).map((r) => r.what)).toEqual(['lowest']);
  });

  it('say nothing of a day that stayed in the middle, or of a handful of readings', () => {
    expect(remarksOf(curve(flat(0.1, 100)), 120_000)).toEqual([]);
    expect(remarksOf(curve(flat(0.9, 5)), 120_000)).toEqual([]);
    expect(remarksOf(curve(flat(0.9, 20), 'arousal'), 120_000).map((r) => r.what)).toEqual(['liveliest']);
  });

  it('stand beside the lines, the folds and each other, or not at all', () => {
    const lane = { middle: 80, half: 60 };
    const line = Array.from({ length: 400 }, (_, i) => ({ x: i, y: 80 + 30 * Math.sin(i / 30), band: 5 }));
    const note = (x: number) => ({ text: `at ${x}`, width: 80, x, y: line[x]?.y ?? 0, lane });
    const taken = [{ x: 190, y: 0, width: 20, height: 160 }];
    const placed = placeNotes([note(50), note(60), note(180), note(320)], [line], { left: 0, right: 400, taken });
    expect(placed.length).toBeGreaterThan(1);
    const boxes = [...placed.map((p) => p.box), ...taken];
    for (const { box } of placed) {
      expect(line.some((p) => p.x > box.x && p.x < box.x + box.width && p.y > box.y && p.y < box.y + box.height)).toBe(
        false,
      );
      const others = boxes.filter((b) => b !== box);
      expect(
        others.some(
          (b) => box.x < b.x + b.width && b.x < box.x + box.width && box.y < b.y + b.height && b.y < box.y + box.height,
        ),
      ).toBe(false);
    }
    expect(placeNotes([{ ...note(50), width: 900 }], [line], { left: 0, right: 400, taken })).toEqual([]);
  });
});
