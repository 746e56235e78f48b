import { describe, expect, it } from 'vitest';
import type { Track } from '../api/types/tracks';
import { dial } from './dialLayout';
import { figures, nameBeside, namesBeside, placeOf, routeOf, uncovered } from './route';

const track = (id: string, valence: number, arousal = 0) =>
  ({ id, title: id, mood: { valence, arousal, dominance: 0 } }) as Track;

describe('routeOf', () => {
  const items = [track('a', -0.8), track('b', -0.4), track('c', 0), track('d', 0.4)];

  it('begins after what plays, with the numbers of the cards', () => {
    expect(routeOf(items, 'b').map((bead) => [bead.id, bead.number])).toEqual([
      ['c', 3],
      ['d', 4],
    ]);
  });

  it('begins at the front while nothing plays, and shows five', () => {
    const many = Array.from({ length: 9 }, (_, i) => track(`t${i}`, i / 10));
    expect(routeOf(many, null).map((bead) => bead.number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('leaves the number to the sooner of two that stand together', () => {
    const close = [track('a', 0.5), track('b', 0.51), track('c', -0.5)];
    expect(routeOf(close, null).map((bead) => bead.clear)).toEqual([true, false, true]);
  });

  it('keeps what lies outside the disc within the glass', () => {
    const { x, y } = placeOf({ valence: 1, arousal: 1 });
    expect(Math.hypot(x, y)).toBeLessThan(dial.plane);
  });
});

describe('the figures of the scale', () => {
  it('make way for what stands on them, and only those', () => {
    expect(uncovered(figures, [])).toHaveLength(4);
    const left = uncovered(figures, [placeOf({ valence: 0.5, arousal: -0.03 })]);
    expect(left).toHaveLength(3);
    expect(left.some(({ x, text }) => x > 50 && text === '+.5')).toBe(false);
  });
});

describe('nameBeside', () => {
  it('stands right of its place where there is room', () => {
    expect(nameBeside({ x: 0, y: 0 }, 'Amber', 13, []).anchor).toBe('start');
  });

  it('turns inward at the rim', () => {
    expect(nameBeside({ x: 190, y: 0 }, 'Amber morning', 13, []).anchor).toBe('end');
    expect(nameBeside({ x: -190, y: 0 }, 'Amber morning', 13, []).anchor).toBe('start');
  });

  it('makes way for a bead', () => {
    expect(nameBeside({ x: 0, y: 0 }, 'Amber morning', 13, [{ x: 40, y: 0 }]).anchor).toBe('end');
  });
});

describe('nameBeside, in scripts of wide letters', () => {
  it('takes them for as wide as they are', () => {
    const bead = { x: 75, y: 0 };
    expect(nameBeside({ x: 0, y: 0 }, 'Amber.', 13, [bead]).anchor).toBe('start');
    expect(nameBeside({ x: 0, y: 0 }, '우주를 줄게', 13, [bead]).anchor).toBe('end');
  });
});

describe('nameBeside, with the target on the place', () => {
  it('keeps clear of the ring', () => {
    const at = { x: 100, y: 60 };
    const name = nameBeside(at, 'Kettle and Honey', 13, [at, { x: 96, y: 62 }, { x: 101, y: 40 }]);
    expect(Math.abs(name.x - at.x) + Math.abs(name.y - at.y)).toBeGreaterThan(20);
  });
});

describe('namesBeside', () => {
  const place = (title: string, x: number, y = 0) => ({ title, x, y });

  it('gives each a place of its own', () => {
    const named = namesBeside([place('Naima', 0), place('Corcovado', 4, 2)], 11, []);
    expect(named.map(({ name }) => name.anchor)).toEqual(['start', 'end']);
  });

  it('leaves out what finds no room', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => ({ x: (i % 8) * 20 - 70, y: Math.floor(i / 8) * 15 - 30 }));
    expect(namesBeside([place('Naima', 0)], 11, crowd)).toEqual([]);
  });
});
