import { describe, expect, it } from 'vitest';
import { addDays, dayOf, dayText, isDay } from './days';

describe('days', () => {
  it('belong to the zone: the same moment is another day far east and far west', () => {
    const ms = Date.parse('2026-11-21T11:30:00Z');
    expect(dayOf(ms, 'Pacific/Kiritimati')).toBe('2026-11-22');
    expect(dayOf(ms, 'Pacific/Pago_Pago')).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-21T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-22');
  });

  it('are counted by the calendar, also over changes of the clock, months and years', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-26', -1)).toBe('2026-10-25');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('are only those that there are', () => {
    expect(['2026-02-28', '2028-02-29'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '26-01-01', 'today', '', '2026-1-1'].some(isDay)).toBe(false);
  });

  it('are written as the language does, wherever the browser stands', () => {
    const long = { weekday: 'long', day: 'numeric', month: 'long' } as const;
    expect(dayText('2026-11-21', 'de', long)).toBe('Samstag, 21. November');
  });
});
