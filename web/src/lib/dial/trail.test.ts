import { describe, expect, it } from 'vitest';
import { Trail } from './trail';

const at = (valence: number) => ({ valence, arousal: 0 });

describe('Trail', () => {
  it('add_moreOftenThanOnceASecond_keepsOneAStep', () => {
    const trail = new Trail();
    const added = [0, 100, 900, 1000, 1500, 2100].map((ms) => trail.add(at(ms), ms));
    expect(added).toEqual([true, false, false, true, false, true]);
  });

  it('pieces_ofALongTrail_overlapByOneStep', () => {
    const trail = new Trail();
    for (let s = 0; s < 30; s++) trail.add(at(s), s * 1000);
    const pieces = trail.pieces(30_000);
    expect(pieces.length).toBeGreaterThan(1);
    for (let i = 1; i < pieces.length; i++) expect(pieces[i]?.points[0]).toEqual(pieces[i - 1]?.points.at(-1));
    expect(pieces.at(-1)?.points.at(-1)).toMatchObject(at(29));
  });

  it('pieces_overAGap_leaveItOpen', () => {
    const trail = new Trail();
    for (const s of [0, 1, 2, 20, 21]) trail.add(at(s), s * 1000);
    expect(trail.pieces(21_000).map((p) => p.points.length)).toEqual([3, 2]);
  });

  it('pieces_growDimmerWithAge_andAreForgottenAfterTenMinutes', () => {
    const trail = new Trail();
    for (let s = 0; s < 3; s++) trail.add(at(s), s * 1000);
    const young = trail.pieces(2000)[0]?.brightness ?? 0;
    const old = trail.pieces(300_000)[0]?.brightness ?? 0;
    expect(young).toBeGreaterThan(0.98);
    expect(old).toBeCloseTo(0.5 ** 1.7, 1);
    trail.add(at(3), 700_000);
    expect(trail.pieces(700_000)).toEqual([]);
  });

  it('beads_standAtEveryFullMinute_andNotInAGap', () => {
    const trail = new Trail();
    for (let s = 0; s <= 130; s++) trail.add(at(s), s * 1000);
    expect(trail.beads(130_000).map((b) => [b.minutes, b.valence])).toEqual([
      [1, 70],
      [2, 10],
    ]);
    trail.add(at(0), 300_000);
    expect(trail.beads(330_000).map((b) => b.minutes)).toEqual([4, 5]);
  });
});
