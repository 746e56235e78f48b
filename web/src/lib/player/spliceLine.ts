/** Louder than half a step of a 16-bit sample: what counts as sound. */
const audible = 2 ** -16;
/** So far from where a track's end is expected its last sound may be; a longer silence belongs to the music. */
const toleranceSeconds = 0.15;
/** So long a silence there means that the track is over. */
const overSeconds = 0.01;
/** A first sound later than this after it was due is a quiet beginning or a stall, and is left alone. */
const lateSeconds = 0.25;

/** How far a splice came out from the ideal: 0 is sample to sample, more is a gap. */
export interface Joint {
  gapFrames: number;
}

interface Join {
  readonly from: number;
  readonly to: number;
  readonly expectedEnd: number;
  start: number;
}

/**
 * Joins what two players play to the sample, though neither starts to the sample: each runs through a delay, and the
 * delay of the one that comes next is set, before its first sound has left it, so that this sound follows the last
 * one of the other. Frames are counted from the first `process`.
 */
export class SpliceLine {
  readonly delays: [number, number];
  private readonly rings: [Float32Array[], Float32Array[]];
  private readonly lastSound = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  private readonly restoreAt = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  private readonly mask: number;
  private now = 0;
  private join: Join | null = null;

  /**
   * @param sampleRate Frames a second.
   * @param restingDelay Delay of a player that joins nothing, in frames: how late one may start and still be joined.
   * @param capacity Longest delay in frames, a power of two.
   */
  constructor(
    private readonly sampleRate: number,
    private readonly restingDelay: number,
    private readonly capacity = 32_768,
  ) {
    const ring = () => [new Float32Array(capacity), new Float32Array(capacity)];
    this.rings = [ring(), ring()];
    this.delays = [restingDelay, restingDelay];
    this.mask = capacity - 1;
  }

  /** From now on `to`'s first sound is to follow the last one of `from`, expected in so many frames. */
  expect(from: number, to: number, endsInFrames: number): void {
    this.join = { from, to, expectedEnd: this.now + endsInFrames, start: -1 };
    this.delays[to] = this.restingDelay;
    this.restoreAt[to] = Number.POSITIVE_INFINITY;
  }

  /** Somebody chose otherwise: a player goes on with the resting delay. */
  reset(deck: number): void {
    this.join = null;
    this.delays[deck] = this.restingDelay;
    this.restoreAt[deck] = Number.POSITIVE_INFINITY;
  }

  /**
   * Takes a block in and gives one out: per player its channels, mono or stereo, none while it is silent.
   * @returns The joint when one was made in this block.
   */
  process(inputs: readonly Float32Array[][], outputs: readonly Float32Array[][], frames: number): Joint | null {
    for (const deck of [0, 1]) this.take(deck, inputs[deck] ?? [], frames);
    const joint = this.join ? this.settle(this.join, frames) : null;
    for (const deck of [0, 1]) this.give(deck, outputs[deck] ?? [], frames);
    this.now += frames;
    return joint;
  }

  private take(deck: number, channels: readonly Float32Array[], frames: number): void {
    const left = channels[0];
    const right = channels[1] ?? left;
    const ring = this.rings[deck] as Float32Array[];
    const join = this.join?.to === deck ? this.join : null;
    for (let i = 0; i < frames; i++) {
      const l = left?.[i] ?? 0;
      const r = right?.[i] ?? 0;
      const place = (this.now + i) & this.mask;
      (ring[0] as Float32Array)[place] = l;
      (ring[1] as Float32Array)[place] = r;
      if (Math.abs(l) < audible && Math.abs(r) < audible) continue;
      this.lastSound[deck] = this.now + i;
      if (join && join.start < 0) join.start = this.now + i;
    }
  }

  private give(deck: number, channels: readonly Float32Array[], frames: number): void {
    if (this.now >= (this.restoreAt[deck] as number)) {
      this.delays[deck] = this.restingDelay;
      this.restoreAt[deck] = Number.POSITIVE_INFINITY;
    }
    const ring = this.rings[deck] as Float32Array[];
    const from = this.now - (this.delays[deck] as number);
    channels.forEach((channel, c) => {
      const source = ring[Math.min(c, 1)] as Float32Array;
      for (let i = 0; i < frames; i++) channel[i] = from + i < 0 ? 0 : (source[(from + i) & this.mask] as number);
    });
  }

  /** Sets the delay of what comes next once both its beginning and the other's end are known. */
  private settle(join: Join, frames: number): Joint | null {
    const blockEnd = this.now + frames;
    const end = this.endOf(join, blockEnd);
    if (join.start < 0) {
      if (end !== null && blockEnd > end + (this.delays[join.from] as number) + lateSeconds * this.sampleRate) {
        this.finish(join, end);
      }
      return null;
    }
    const longest = this.capacity - frames;
    if (end === null && blockEnd - join.start < longest) {
      // It is held back as long as the other still sounds.
      this.delays[join.to] = Math.max(this.delays[join.to] as number, blockEnd - join.start);
      return null;
    }
    const due = (end ?? blockEnd) + (this.delays[join.from] as number);
    const delay = Math.min(longest, Math.max(due - join.start, this.now - join.start, 0));
    this.delays[join.to] = delay;
    this.finish(join, end ?? blockEnd);
    return { gapFrames: join.start + delay - due };
  }

  /** The frame after the last of the one that ends, or null while that is not known. */
  private endOf(join: Join, blockEnd: number): number | null {
    const tolerance = toleranceSeconds * this.sampleRate;
    const end = (this.lastSound[join.from] as number) + 1;
    if (blockEnd - end < overSeconds * this.sampleRate) return null;
    if (Math.abs(end - join.expectedEnd) <= tolerance) return end;
    return blockEnd >= join.expectedEnd ? Math.max(end, join.expectedEnd) : null;
  }

  private finish(join: Join, end: number): void {
    this.restoreAt[join.from] = end + (this.delays[join.from] as number);
    this.join = null;
  }
}
