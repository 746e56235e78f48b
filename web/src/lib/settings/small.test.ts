import { describe, expect, it } from 'vitest';
import { ago } from './ago';
import { finishOf } from './looks';
import { nameOf } from './paths';

const now = Date.parse('2026-03-20T12:00:00Z');

describe('small things of the settings', () => {
  it.each([
    ['2026-03-20T11:59:40Z', 'now'],
    ['2026-03-20T11:57:00Z', '3 minutes ago'],
    ['2026-03-20T07:00:00Z', '5 hours ago'],
    ['2026-03-19T11:00:00Z', 'yesterday'],
    ['2026-01-02T12:00:00Z', 'Jan 2, 2026'],
    ['2026-03-20T12:00:05Z', 'now'],
    ['nonsense', '–'],
  ])('ago_%s_is_%s', (at, said) => expect(ago('en', at, now)).toBe(said));

  it.each([
    ['/home/me/Music/', 'Music'],
    ['C:\\Users\\me\\Music', 'Music'],
    ['/', '/'],
  ])('nameOf_%s_is_%s', (path, name) => expect(nameOf(path)).toBe(name));

  it('finishOf_asTheSystem_isGraphiteInTheDark', () => {
    expect([finishOf({ finish: 'system' }, true), finishOf({ finish: 'system' }, false)]).toEqual([
      'graphite',
      'walnut',
    ]);
    expect(finishOf({ finish: 'walnut' }, true)).toBe('walnut');
  });
});
