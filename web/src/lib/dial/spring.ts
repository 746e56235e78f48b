/**
 * A critically damped spring: it reaches its target without overshoot. `settleSeconds` is the time to within 1 % of
 * the way, for which a critically damped step response needs omega = 6.638 / t, since (1 + wt) e^(-wt) = 0.01 there.
 */
export class Spring {
  value: number;
  private velocity = 0;
  private readonly omega: number;

  constructor(
    start: number,
    settleSeconds: number,
    public target = start,
  ) {
    this.value = start;
    this.omega = 6.638 / settleSeconds;
  }

  /** Moves on by `seconds`, by the exact solution, so that it is stable at any step. */
  step(seconds: number): number {
    const w = this.omega;
    const distance = this.value - this.target;
    const push = this.velocity + w * distance;
    const decay = Math.exp(-w * seconds);
    this.value = this.target + (distance + push * seconds) * decay;
    this.velocity = (this.velocity - w * push * seconds) * decay;
    return this.value;
  }

  /** Stands at the target at once. */
  jump(target: number): void {
    this.target = this.value = target;
    this.velocity = 0;
  }

  get atRest(): boolean {
    return Math.abs(this.value - this.target) < 1e-4 && Math.abs(this.velocity) < 1e-3;
  }
}
