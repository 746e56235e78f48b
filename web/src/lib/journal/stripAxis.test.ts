import { describe, expect, it } from 'vitest';
import { layAxis, ticksOf } from './stripAxis';

const at = (time: string) => Date.parse(`2026-11-21T${time}:00Z`);
const day = { fromMs: at('00:00'), toMs: at('00:00') + 24 * 3_600_000, untilMs: null };
const room = { left: 100, right: 1100, fold: 40 };

describe('the paper of a day', () => {
  it('begins and ends with what there is, and folds long times without anything', () => {
    const axis = layAxis(
      [
        [at('16:00'), at('18:00')],
        [at('08:00'), at('09:00')],
      ],
      day,
      room,
    );
    expect(axis.stretches.map((s) => s.folded)).toEqual([false, true, false]);
    expect(axis.fromMs).toBe(at('07:48'));
    expect(axis.toMs).toBe(at('18:12'));
    const [, fold] = axis.stretches;
    expect((fold?.x1 ?? 0) - (fold?.x0 ?? 0)).toBeCloseTo(40);
    expect(axis.xOf(at('07:48'))).toBe(100);
    expect(axis.xOf(at('18:12'))).toBeCloseTo(1100);
  });

  it('shows times without anything that are short', () => {
    const axis = layAxis(
      [
        [at('08:00'), at('09:00')],
        [at('10:00'), at('11:00')],
      ],
      day,
      room,
    );
    expect(axis.stretches.map((s) => s.folded)).toEqual([false]);
  });

  it('tells the time of a place, and the place of a time', () => {
    const axis = layAxis(
      [
        [at('08:00'), at('09:00')],
        [at('16:00'), at('18:00')],
      ],
      day,
      room,
    );
    for (const time of ['08:10', '08:59', '16:20', '17:59'])
      expect(axis.timeAt(axis.xOf(at(time)))).toBeCloseTo(at(time), -1);
    expect(axis.xOf(at('03:00'))).toBe(100);
    expect(axis.xOf(at('23:00'))).toBeCloseTo(1100);
  });

  it('gives one reading two hours of paper, within its day', () => {
    const axis = layAxis([[at('00:05'), at('00:07')]], day, room);
    expect([axis.fromMs, axis.toMs]).toEqual([at('00:00'), at('02:00')]);
  });

  it('goes on to now while the day does, folding what is long ago', () => {
    const soon = layAxis([[at('08:00'), at('09:00')]], { ...day, untilMs: at('09:40') }, room);
    expect(soon.toMs).toBe(at('09:40'));
    expect(soon.stretches).toHaveLength(1);
    const late = layAxis([[at('08:00'), at('09:00')]], { ...day, untilMs: at('20:00') }, room);
    expect(late.toMs).toBe(at('20:00'));
    expect(late.stretches.map((s) => s.folded)).toEqual([false, true, false]);
  });

  it('never runs over the pens, however many folds there are', () => {
    const hours = Array.from({ length: 8 }, (_, i): [number, number] => [
      at('00:30') + i * 3 * 3_600_000,
      at('00:40') + i * 3 * 3_600_000,
    ]);
    const axis = layAxis(hours, day, { left: 14, right: 260, fold: 40 });
    expect(axis.stretches.at(-1)?.x1).toBeCloseTo(260);
    for (const { x0, x1 } of axis.stretches) expect(x1).toBeGreaterThan(x0);
  });
});

describe('the printed hours', () => {
  const labelled = (zone: string, from: string, hours: number) => {
    const start = Date.parse(from);
    const axis = layAxis(
      [[start, start + hours * 3_600_000]],
      { fromMs: start, toMs: start + hours * 3_600_000, untilMs: null },
      room,
    );
    const hour = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    return ticksOf(axis, zone, 44, 1100)
      .filter((t) => t.labelled)
      .map((t) => hour.format(t.ms));
  };

  it('are those of the clock there, also half an hour beside everybody else’s', () => {
    expect(labelled('Asia/Kolkata', '2026-11-20T18:30:00Z', 6)).toEqual([
      '00:00',
      '01:00',
      '02:00',
      '03:00',
      '04:00',
      '05:00',
    ]);
  });

  it('leave one out, or have one twice, where the clock is changed', () => {
    const spring = labelled('Europe/Berlin', '2026-03-28T23:00:00Z', 5);
    expect(spring).toEqual(['00:00', '01:00', '03:00', '04:00', '05:00']);
    const autumn = labelled('Europe/Berlin', '2026-10-24T22:00:00Z', 5);
    expect(autumn).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00']);
  });

  it('are written only where there is room for them', () => {
    const axis = layAxis([[day.fromMs, day.toMs]], day, { left: 14, right: 254, fold: 20 });
    const ticks = ticksOf(axis, 'UTC', 50, 254).filter((t) => t.labelled);
    expect(ticks.length).toBeGreaterThan(1);
    ticks.slice(1).forEach((t, i) => expect(t.x - (ticks[i]?.x ?? 0)).toBeGreaterThanOrEqual(50));
  });
});
