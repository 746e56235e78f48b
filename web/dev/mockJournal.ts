import type { Journal, JournalDay, JournalPlay, JournalReading, MovedTrack } from '../src/lib/api/types/journal.ts';
import type { Track } from '../src/lib/api/types/tracks.ts';
import { moods } from './mockCatalogue.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A pen of two days: `[hour, pleasant, energy]`; between them it glides, over null it is lifted. */
const curves: ([number, number, number] | null)[][] = [
  // prettier-ignore
  [[7, -0.35, -0.72], [8, 0.1, -0.1], [8.7, 0.3, 0.36], null, [9.6, 0.34, 0.3], [10.4, 0.62, 0.46], [12.3, 0.08, -0.25],
    [13.6, 0.5, 0.2], null, [16.3, 0.12, 0.34], [17.4, -0.5, 0.66], [18.5, -0.66, 0.6], [19.2, -0.3, 0.1], [20, 0.12, -0.3],
    [20.9, 0.42, -0.46], [22.5, 0.5, -0.5]],
  // prettier-ignore
  [[6.5, 0.2, -0.5], [7.4, 0.1, 0.2], null, [17, -0.2, 0.4], [18.2, 0.3, 0.5], [19.5, 0.5, 0.1], [21, 0.6, -0.2], [23.8, 0.3, -0.6]],
  // prettier-ignore
  [[8, 0, 0], [9, -0.3, 0.3], [11, -0.4, 0.5], [13, -0.1, 0.1], null, [19, 0.2, 0], [20, 0.35, -0.3], [22, 0.2, -0.5]],
];

/** What is kept, made up from the date: today is a full day, others are odd in every way a day can be. */
export class MockJournal {
  private readonly erased: [number, number][] = [];

  constructor(private readonly tracks: () => Track[]) {}

  read(on: boolean, query: URLSearchParams): Journal {
    const zone = query.get('zone') ?? 'UTC';
    const today = dateIn(Date.now(), zone);
    const first = query.get('from') ?? query.get('to') ?? today;
    const last = query.get('to') ?? first;
    const [from, to] = [startOf(first, zone), startOf(addDays(last, 1), zone)];
    const days = Array.from({ length: 7 }, (_, i) => addDays(last, i - 6));
    const all = (range: string[]) => range.flatMap((date) => this.readings(date, zone));
    const readings = all(datesFrom(first, last));
    const about: Journal = {
      on,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      zone,
      stepSeconds: 120,
      keptSince: this.erased.some(([a]) => a === 0) ? null : '2026-09-03T08:00:00Z',
      readings: [],
      plays: [],
      days: [],
      moved: [],
      distribution: {},
      trend: null,
    };
    if (!on) return about;
    return {
      ...about,
      readings,
      plays: datesFrom(first, last).flatMap((date) => this.plays(date, zone)),
      days: days.map((date) => this.day(date, zone)),
      moved: about.keptSince ? this.moved() : [],
      distribution: shares(readings),
      trend: about.keptSince
        ? {
            days: 19,
            valence: { perWeek: 0.03, low: -0.02, high: 0.08 },
            arousal: { perWeek: -0.06, low: -0.1, high: -0.02 },
          }
        : null,
    };
  }

  erase(query: URLSearchParams): { readings: number; plays: number } {
    const zone = query.get('zone') ?? 'UTC';
    const [from, to] = [query.get('from'), query.get('to')];
    const count = from ? datesFrom(from, to ?? from) : [dateIn(Date.now(), zone)];
    const readings = count.reduce((sum, date) => sum + 24 * this.readings(date, zone).length, 0);
    const plays = count.reduce((sum, date) => sum + this.plays(date, zone).length, 0);
    this.erased.push(from ? [startOf(from, zone), startOf(addDays(to ?? from, 1), zone)] : [0, Infinity]);
    return { readings, plays };
  }

  private readings(date: string, zone: string): JournalReading[] {
    const start = startOf(date, zone);
    const ago = Math.round((startOf(dateIn(Date.now(), zone), zone) - start) / dayMs);
    if (ago < 0 || ago > 60 || this.isErased(start)) return [];
    if (ago === 3) return [reading(start + 14.2 * 3_600_000, 0.3, -0.1, 0.3, 'hand')];
    if (ago === 4) return many(start);
    if (ago === 5) return [];
    const curve = curves[ago % curves.length] ?? [];
    const shift = 0.25 * Math.sin(ago * 1.7);
    const points: JournalReading[] = [];
    for (let minute = 0; minute < 24 * 60; minute += 2) {
      const at = start + minute * minuteMs;
      if (at > Date.now()) break;
      const point = pointAt(curve, minute / 60);
      if (!point) continue;
      const wave = 0.05 * Math.sin(minute / 7 + ago) + 0.04 * Math.sin(minute / 3.1);
      const sigma = 0.12 + 0.05 * Math.sin(minute / 18);
      points.push(reading(at, clamp(point[0] + shift + wave), clamp(point[1] + wave - shift / 2), sigma, 'camera'));
    }
    return points;
  }

  private plays(date: string, zone: string): JournalPlay[] {
    const start = startOf(date, zone);
    const ago = Math.round((startOf(dateIn(Date.now(), zone), zone) - start) / dayMs);
    if (ago < 0 || this.isErased(start) || ago === 5) return [];
    const tracks = this.tracks();
    const plays: JournalPlay[] = [];
    const pause = ago === 4 ? 0.2 : 4;
    let at = start + (ago === 4 ? 0 : 7.1 * 3_600_000);
    for (let n = 0; at < Math.min(Date.now(), start + 23 * 3_600_000); n++) {
      const track = tracks[(n * 7 + ago) % tracks.length] as Track;
      const length = (track.durationSeconds ?? 200) * 1000 * (track.source === 'demo' ? 8 : 1);
      const hour = (at - start) / 3_600_000;
      if (ago === 4 || pointAt(curves[ago % curves.length] ?? [], hour)) {
        const ended = at + (n % 5 === 2 ? length / 3 : length);
        const on = ended > Date.now();
        plays.push({
          trackId: track.id,
          title: n % 23 === 11 ? null : track.title,
          artist: track.artist,
          startedAt: new Date(at).toISOString(),
          endedAt: on ? null : new Date(ended).toISOString(),
          event: on ? 'started' : n % 5 === 2 ? 'skipped' : 'finished',
        });
      }
      at += length + (n % 4) * pause * minuteMs;
    }
    return plays;
  }

  private day(date: string, zone: string): JournalDay {
    const readings = this.readings(date, zone);
    const mean = (of: (r: JournalReading) => number) => readings.reduce((sum, r) => sum + of(r), 0) / readings.length;
    const step = Math.ceil(readings.length / 60) || 1;
    return {
      date,
      label: readings.length
        ? nearest(
            mean((r) => r.valence),
            mean((r) => r.arousal),
          )
        : null,
      path: readings.filter((_, i) => i % step === 0).map((r): [number, number] => [r.valence, r.arousal]),
      readings: readings.length * (readings.length === 1 ? 1 : 24),
    };
  }

  private moved(): MovedTrack[] {
    const change = (i: number) => [0.21, -0.02, -0.14, 0.12, 0.01, 0.08, -0.05][i % 7] as number;
    return this.tracks()
      .slice(0, 30)
      .filter((_, i) => i % 4 === 0)
      .map((track, i) => ({
        trackId: track.id,
        title: track.title,
        artist: track.artist,
        plays: 2 + (i % 5),
        valenceChange: change(i),
        arousalChange: change(i + 2),
        n: 1 + (i % 5),
        valenceRose: change(i) > 0.02 ? 1 + (i % 5) : 0,
        valenceFell: change(i) < -0.02 ? 1 + (i % 5) : 0,
        arousalRose: change(i + 2) > 0.02 ? 1 + (i % 5) : 0,
        arousalFell: change(i + 2) < -0.02 ? 1 + (i % 5) : 0,
        towards: Math.hypot(change(i), change(i + 2)) < 0.05 ? null : nearest(change(i) * 9, change(i + 2) * 9),
      }));
  }

  private isErased(at: number): boolean {
    return this.erased.some(([from, to]) => at >= from && at < to);
  }
}

/** Ten thousand of them, as no server sends but a page must bear. */
function many(start: number): JournalReading[] {
  return Array.from({ length: 10_000 }, (_, i) => {
    const at = start + (i * dayMs) / 10_000;
    return reading(at, 0.6 * Math.sin(i / 900) + 0.1 * Math.sin(i / 7), 0.5 * Math.cos(i / 1300), 0.15, 'camera');
  });
}

function reading(
  at: number,
  valence: number,
  arousal: number,
  sigma: number,
  source: 'camera' | 'hand',
): JournalReading {
  return { at: new Date(at).toISOString(), valence, arousal, sigmaValence: sigma, sigmaArousal: sigma * 0.8, source };
}

function pointAt(curve: ([number, number, number] | null)[], hour: number): [number, number] | null {
  for (let i = 1; i < curve.length; i++) {
    const [a, b] = [curve[i - 1], curve[i]];
    if (!a || !b || hour < a[0] || hour > b[0]) continue;
    const k = (hour - a[0]) / (b[0] - a[0]);
    const ease = k * k * (3 - 2 * k);
    return [a[1] + (b[1] - a[1]) * ease, a[2] + (b[2] - a[2]) * ease];
  }
  return null;
}

function shares(readings: JournalReading[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { valence, arousal } of readings) {
    const word = nearest(valence, arousal);
    counted[word] = (counted[word] ?? 0) + 1 / readings.length;
  }
  return counted;
}

function nearest(valence: number, arousal: number): string {
  if (Math.hypot(valence, arousal) < 0.15) return 'neutral';
  const rim = moods.filter((m) => m.onRim);
  const apart = (m: (typeof rim)[number]) => Math.hypot(m.valence - valence, m.arousal - arousal);
  return rim.reduce((best, m) => (apart(m) < apart(best) ? m : best)).name;
}

const clamp = (x: number) => Math.min(1, Math.max(-1, x));
const addDays = (date: string, n: number) => new Date(Date.parse(date) + n * dayMs).toISOString().slice(0, 10);

function datesFrom(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function dateIn(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
}

/** The first moment of a day: midnight, or what comes for it. */
function startOf(date: string, zone: string): number {
  let at = Date.parse(date) - 15 * 3_600_000;
  while (dateIn(at, zone) < date) at += 15 * minuteMs;
  return at;
}
