import type { CurrentMood } from '../deck/moodNow.svelte';
import { toDisc } from './geometry';
import { Trail, type TrailBead, type TrailPiece } from './trail';

/** Where the mood was in the last ten minutes, whichever page was open meanwhile. */
export class MoodTrail {
  pieces = $state.raw<TrailPiece[]>([]);
  beads = $state.raw<TrailBead[]>([]);
  private readonly trail = new Trail();

  constructor(private readonly mood: () => CurrentMood | null) {}

  /** Looks where the mood is; to be called once a second. A photo shows a moment, not a way. */
  tick(nowMs: number): void {
    const mood = this.mood();
    if (!mood || mood.source === 'photo' || !this.trail.add(toDisc(mood), nowMs)) return;
    this.pieces = this.trail.pieces(nowMs);
    this.beads = this.trail.beads(nowMs);
  }

  clear(): void {
    this.trail.clear();
    this.pieces = [];
    this.beads = [];
  }
}
