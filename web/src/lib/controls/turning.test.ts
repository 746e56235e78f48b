import { describe, expect, it } from 'vitest';
import { angleOf, angleTo, keyedValue, ribEdges, toStep, turnBetween, valueAt } from './turning';

const sweep = { from: -140, to: 140 };

describe('a turned control', () => {
  it.each([
    [0, -140],
    [0.5, 0],
    [1, 140],
    [2, 140],
    [-1, -140],
  ])('stands for %f at %f degrees', (value, angle) => expect(angleOf(value, 0, 1, sweep)).toBe(angle));

  it('gives the value under an angle and stops at its ends', () => {
    expect(valueAt(0, 0, 30, sweep)).toBe(15);
    expect(valueAt(179, 0, 30, sweep)).toBe(30);
    expect(valueAt(-179, 0, 30, sweep)).toBe(0);
  });

  it('seats in steps without crumbs', () => {
    expect(toStep(0.34, 0, 1, 0.1)).toBe(0.3);
    expect(toStep(7, 0, 5, 1)).toBe(5);
  });

  it('sees a pointer from straight up, clockwise', () => {
    expect(angleTo(0, -5)).toBe(0);
    expect(angleTo(5, 0)).toBe(90);
    expect(angleTo(-5, 0)).toBe(-90);
  });

  it('turns the short way round', () => {
    expect(turnBetween(170, -170)).toBe(20);
    expect(turnBetween(-170, 170)).toBe(-20);
    expect(turnBetween(10, 50)).toBe(40);
  });

  it('listens to arrows, pages, Home and End, and to the direction of reading', () => {
    const range = { min: 0, max: 10, step: 1, page: 4 };
    expect(keyedValue('ArrowUp', 3, range)).toBe(4);
    expect(keyedValue('ArrowRight', 3, { ...range, rtl: true })).toBe(2);
    expect(keyedValue('PageUp', 8, range)).toBe(10);
    expect(keyedValue('Home', 8, range)).toBe(0);
    expect(keyedValue('x', 8, range)).toBeNull();
  });

  it('draws ribs that narrow toward the ends of a drum', () => {
    const edges = ribEdges(20, 0);
    const widths = edges.map(([a, b]) => b - a);
    expect(widths[0]).toBeLessThan(widths[10] ?? 0);
    expect(edges.every(([a, b]) => a >= 0 && b <= 1 && b > a)).toBe(true);
    expect(ribEdges(20, 3.25)).toEqual(ribEdges(20, 0.25));
  });
});
