import { describe, expect, it } from 'vitest';
import type { Journal, JournalReading } from '../api/types/journal';
import { bandPath, linePath } from './penLine';
import { hoursOf, layStrip, readingAt, roomOf } from './strip';

const at = (time: string) => `2026-11-21T${time}:00Z`;
const reading = (time: string, valence = 0, arousal = 0): JournalReading => ({
  at: at(time),
  valence,
  arousal,
  sigmaValence: 0.1,
  sigmaArousal: 0.1,
  source: 'camera',
});
const journal = (more: Partial<Journal>): Journal => ({
  on: true,
  from: at('00:00'),
  to: '2026-11-22T00:00:00Z',
  zone: 'UTC',
  stepSeconds: 120,
  keptSince: null,
  readings: [],
  plays: [],
  days: [],
  moved: [],
  distribution: {},
  trend: null,
  ...more,
});
const room = roomOf(1000);

describe('the strip', () => {
  it('lifts the pen where nothing was read', () => {
    const readings = ['08:00', '08:02', '08:04', '08:30', '08:32'].map((time) => reading(time));
    const { valence } = layStrip(journal({ readings }), room, null, 50);
    expect(valence.map((run) => run.length)).toEqual([3, 2]);
  });

  it('draws pleasant and energetic upward, the band within the lane', () => {
    const { valence, arousal } = layStrip(
      journal({ readings: [reading('08:00', 1, -1), reading('08:02', 1, -1)] }),
      room,
      null,
      50,
    );
    expect(valence[0]?.[0]?.y).toBe(room.valence.middle - room.valence.half);
    expect(arousal[0]?.[0]?.y).toBe(room.arousal.middle + room.arousal.half);
    const highest = Math.min(
      ...[...bandPath(valence[0] ?? [], room.valence).matchAll(/ (\d[\d.]*)/g)].map((m) => Number(m[1])),
    );
    expect(highest).toBe(room.valence.middle - room.valence.half);
  });

  it('makes a dot of a single reading, not a line', () => {
    const { valence } = layStrip(journal({ readings: [reading('14:12', 0.3)] }), room, null, 50);
    expect(valence).toHaveLength(1);
    expect(linePath(valence[0] ?? [])).toBe('');
  });

  it('bears ten thousand readings: no more points than the paper has room for', () => {
    const readings = Array.from({ length: 10_000 }, (_, i) => ({
      ...reading('00:00', Math.sin(i / 90)),
      at: new Date(Date.parse(at('00:00')) + i * 8640).toISOString(),
    }));
    const { valence } = layStrip(journal({ readings, stepSeconds: 10 }), room, null, 50);
    const ys = valence.flat().map((p) => p.y);
    expect(ys.length).toBeLessThan(1.5 * room.width);
    expect(ys.length).toBeGreaterThan(0.6 * room.width);
    const turns = ys.filter((y, i) => (y - (ys[i - 1] ?? y)) * ((ys[i + 1] ?? y) - y) < 0).length;
    expect(turns).toBe(Math.round(10_000 / 90 / Math.PI));
    expect(Math.min(...ys)).toBeCloseTo(room.valence.middle - room.valence.half, 0);
  });

  it('lets a song that is on play until now, one from yesterday begin at the edge', () => {
    const play = { trackId: 'a', title: 'A', artist: null, event: 'started' as const };
    const plays = [
      { ...play, startedAt: '2026-11-20T23:58:00Z', endedAt: at('00:03') },
      { ...play, startedAt: at('00:10'), endedAt: null },
    ];
    const { bars, axis } = layStrip(journal({ plays }), room, Date.parse(at('00:20')), 50);
    expect(bars[0]?.x0).toBe(room.left);
    expect(bars[1]?.x1).toBeCloseTo(axis.xOf(Date.parse(at('00:20'))) - 1.5);
  });

  it('finds the reading at a time, and none in a gap', () => {
    const readings = [reading('08:00'), reading('08:02'), reading('09:00')];
    const found = (time: string) => readingAt(readings, Date.parse(at(time)), 120_000)?.at ?? null;
    expect(found('08:01')).toBe(at('08:00'));
    expect(found('08:59')).toBe(at('09:00'));
    expect(found('08:30')).toBeNull();
    expect(readingAt([], 0, 120_000)).toBeNull();
  });

  it('is told by the hours of the day', () => {
    const readings = [reading('08:10', 0.2, 0.4), reading('08:40', 0.4, 0), reading('11:00', -1, 0)];
    const rows = hoursOf(journal({ readings }));
    expect(rows.map((r) => [new Date(r.ms).toISOString().slice(11, 16), r.readings])).toEqual([
      ['08:00', 2],
      ['11:00', 1],
    ]);
    expect(rows[0]?.valence).toBeCloseTo(0.3);
    expect(rows[0]?.arousal).toBeCloseTo(0.2);
  });
});
