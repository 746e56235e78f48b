import type { Settings } from '../settings/settings';

export const guideSteps = ['welcome', 'music', 'taste', 'camera', 'history'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** The first-run guide: a booklet of a few pages that remembers where it lies open. */
export class Guide {
  isOpen = $state(false);

  constructor(
    private readonly settings: Pick<Settings, 'guide'>,
    private readonly save: () => void,
    /** Nothing was remembered when the page was opened. */
    private readonly firstVisit: boolean,
  ) {}

  get number(): number {
    const { guide } = this.settings;
    return guide === 'closed' ? 0 : Math.min(guide, guideSteps.length - 1);
  }

  get step(): GuideStep {
    return guideSteps[this.number] ?? 'welcome';
  }

  get isLast(): boolean {
    return this.number === guideSteps.length - 1;
  }

  /** Opens by itself where it is of use: before any music on the first visit, or where a reload broke it off. */
  offer(playable: number): void {
    const { guide } = this.settings;
    if (guide === 'closed') return;
    const brokenOff = guide > 0;
    if (brokenOff || (this.firstVisit && playable === 0)) this.isOpen = true;
  }

  /** Opens it from the beginning. */
  open(): void {
    this.turnTo(0);
    this.isOpen = true;
  }

  next(): void {
    if (this.isLast) this.close();
    else this.turnTo(this.number + 1);
  }

  back(): void {
    this.turnTo(Math.max(0, this.number - 1));
  }

  /** Put away, at whichever page: it does not come back by itself. */
  close(): void {
    this.isOpen = false;
    this.settings.guide = 'closed';
    this.save();
  }

  private turnTo(number: number): void {
    this.settings.guide = number;
    this.save();
  }
}
