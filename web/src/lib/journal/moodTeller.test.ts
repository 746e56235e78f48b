import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, ServerGone } from '../api/problem';
import type { MoodReport } from '../api/types/journal';
import { MoodTeller } from './moodTeller';

const mood = (valence: number) => ({
  valence,
  arousal: 0.123456,
  dominance: 0,
  sigma: { valence: 0.1, arousal: 3, dominance: 0.3 },
});

function rig() {
  const state = {
    keeps: 'ana' as string | null,
    away: false,
    failure: null as Error | null,
    stored: 1,
    told: [] as { listener: string; moods: MoodReport[] }[],
    refused: 0,
    /** What an answer waits for. */
    hold: Promise.resolve(),
    errors: [] as unknown[],
  };
  const teller = new MoodTeller({
    keeps: () => state.keeps,
    away: () => state.away,
    tell: (listener, moods) => {
      state.told.push({ listener, moods });
      return state.failure ? Promise.reject(state.failure) : state.hold.then(() => ({ stored: state.stored }));
    },
    onRefused: () => state.refused++,
    onError: (error) => void state.errors.push(error),
    now: () => Date.now(),
  });
  return { state, teller };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const valences = (moods: MoodReport[] = []) => moods.map((m) => m.valence);

describe('MoodTeller', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-21T08:00:00Z') }));
  afterEach(() => void vi.useRealTimers());

  it('tells the latest of each source, once in five seconds', async () => {
    const { state, teller } = rig();
    for (let i = 0; i < 100; i++) {
      teller.see(mood(i / 100), 'camera');
      await pass(100);
    }
    teller.see(mood(-0.5), 'hand');
    await pass(5000);
    expect(state.told).toHaveLength(3);
    expect(state.told.map(({ moods }) => valences(moods))).toEqual([[0.49], [0.99], [-0.5]]);
  });

  it('tells nothing while nothing is sensed, and nothing while nothing is kept', async () => {
    const { state, teller } = rig();
    await pass(60_000);
    state.keeps = null;
    teller.see(mood(0.1), 'camera');
    await pass(60_000);
    expect(state.told).toEqual([]);
  });

  it('tells what the server takes: short numbers inside their ranges, no time of its own', async () => {
    const { state, teller } = rig();
    teller.see(mood(1.2), 'camera');
    await pass(5000);
    expect(state.told[0]).toEqual({
      listener: 'ana',
      moods: [{ valence: 1, arousal: 0.123, dominance: 0, sigmaValence: 0.1, sigmaArousal: 2, source: 'camera' }],
    });
  });

  it('keeps what was sensed while the server was gone, with its times', async () => {
    const { state, teller } = rig();
    teller.see(mood(0.1), 'camera');
    state.failure = new ServerGone();
    await pass(5000);
    state.away = true;
    teller.see(mood(0.2), 'hand');
    await pass(60_000);
    expect(state.told).toHaveLength(1);
    state.failure = null;
    state.away = false;
    await teller.tell();
    expect(state.told[1]?.moods.map(({ valence, at }) => [valence, at])).toEqual([
      [0.1, '2026-11-21T08:00:00.000Z'],
      [0.2, '2026-11-21T08:00:05.000Z'],
    ]);
    await pass(60_000);
    expect(state.told).toHaveLength(2);
  });

  it('tries again by itself where the server was only busy', async () => {
    const { state, teller } = rig();
    state.failure = new ApiProblem(503, 'urn:mooddeck:problem:busy', 'Busy.');
    teller.see(mood(0.1), 'camera');
    await pass(5000);
    state.failure = null;
    await pass(5000);
    expect(state.told.map(({ moods }) => valences(moods))).toEqual([[0.1], [0.1]]);
  });

  it('gives up what the server calls wrong, and says so', async () => {
    const { state, teller } = rig();
    state.failure = new ApiProblem(400, 'urn:mooddeck:problem:bad-option', 'No.');
    teller.see(mood(0.1), 'camera');
    await pass(60_000);
    expect(state.told).toHaveLength(1);
    expect(state.errors).toEqual([state.failure]);
  });

  it('holds six hours at most; the oldest go', async () => {
    const { state, teller } = rig();
    state.away = true;
    for (let i = 0; i < 4400; i++) {
      teller.see(mood(i / 10_000), 'camera');
      await pass(5000);
    }
    state.away = false;
    await teller.tell();
    const told = valences(state.told[0]?.moods);
    expect(told).toHaveLength(4320);
    expect(told[0]).toBe(0.008);
  });

  it('drops what waits when the history is switched off', async () => {
    const { state, teller } = rig();
    teller.see(mood(0.1), 'camera');
    state.keeps = null;
    await pass(5000);
    state.keeps = 'ana';
    await pass(60_000);
    await teller.tell();
    expect(state.told).toEqual([]);
  });

  it('drops what waits when another listens, and tells the new one’s only', async () => {
    const { state, teller } = rig();
    teller.see(mood(0.1), 'camera');
    state.keeps = 'ben';
    teller.see(mood(0.2), 'camera');
    await pass(5000);
    expect(state.told.map(({ listener, moods }) => [listener, valences(moods)])).toEqual([['ben', [0.2]]]);
  });

  it('a failure that arrives after the change brings nothing back', async () => {
    const { state, teller } = rig();
    state.failure = new ServerGone();
    teller.see(mood(0.1), 'camera');
    vi.advanceTimersByTime(5000);
    teller.forget();
    state.failure = null;
    await pass(0);
    await teller.tell();
    await pass(60_000);
    expect(state.told).toHaveLength(1);
  });

  it('erasing, what is on its way arrives first, and what waits is never told', async () => {
    const { state, teller } = rig();
    let arrive: () => void = () => undefined;
    state.hold = new Promise((resolve) => (arrive = resolve));
    teller.see(mood(0.1), 'camera');
    await pass(5000);
    teller.see(mood(0.2), 'camera');
    const erase = vi.fn(() => pass(20_000).then(() => 'gone'));
    const erasing = teller.whileStill(erase);
    await pass(0);
    expect(erase).not.toHaveBeenCalled();
    arrive();
    expect(await erasing).toBe('gone');
    await pass(60_000);
    expect(state.told.map(({ moods }) => valences(moods))).toEqual([[0.1]]);
    teller.see(mood(0.3), 'camera');
    await pass(5000);
    expect(valences(state.told[1]?.moods)).toEqual([0.3]);
  });

  it('a tell that failed before the erasing is not tried again after it', async () => {
    const { state, teller } = rig();
    state.failure = new ServerGone();
    teller.see(mood(0.1), 'camera');
    await pass(5000);
    await teller.whileStill(() => Promise.resolve());
    state.failure = null;
    await pass(60_000);
    expect(state.told).toHaveLength(1);
  });

  it('what could not be erased is told on', async () => {
    const { state, teller } = rig();
    teller.see(mood(0.1), 'camera');
    await expect(teller.whileStill(() => Promise.reject(new ServerGone()))).rejects.toBeInstanceOf(ServerGone);
    await pass(5000);
    expect(state.told).toHaveLength(1);
  });

  it('says when the server keeps nothing any more', async () => {
    const { state, teller } = rig();
    state.stored = 0;
    teller.see(mood(0.1), 'camera');
    await pass(5000);
    expect(state.refused).toBe(1);
  });
});
