import { onFrames } from '../dom/frames';
import { makesWay, placeAfter, pullAt } from './groove';

/** A pointer that moved less than this has only pressed. */
const slack = 6;

export interface DragHost {
  axis: 'x' | 'y';
  /** What scrolls; null for the page itself. */
  scroller(): HTMLElement | null;
  /** How far it is from one card to the next, in page pixels. */
  pitch(): number;
  count(): number;
  placeOf(id: string): number | null;
  drop(id: string, place: number): void;
  /** Somebody is busy here. */
  busy(): void;
}

/** How much larger an element is drawn than its own pixels; scroll positions are in those. */
export const zoomOf = (element: HTMLElement): number =>
  (element as HTMLElement & { currentCSSZoom?: number }).currentCSSZoom ?? 1;

interface Held {
  id: string;
  pointer: number;
  at: number;
  /** Where pointer and scroller stood. */
  pointerStart: number;
  scrollStart: number;
  moved: boolean;
}

/** A card that is carried along its line by a pointer. The line scrolls at its ends, Escape puts the card back. */
export class CardDrag {
  /** The card in the hand, how far it is from its place in page pixels, and where it would fall. */
  carried = $state.raw<{ id: string; offset: number; from: number; to: number } | null>(null);
  private held: Held | null = null;
  private stopFrames: (() => void) | null = null;
  private lastMs = 0;
  private justCarried = false;

  constructor(private readonly host: DragHost) {}

  /** How many places the card there makes way. */
  shiftOf(place: number): number {
    return this.carried ? makesWay(place, this.carried.from, this.carried.to) : 0;
  }

  grab(event: PointerEvent, id: string): void {
    if (event.button !== 0 || !event.isPrimary || this.held || this.host.placeOf(id) === null) return;
    const at = this.along(event);
    this.justCarried = false;
    this.held = { id, pointer: event.pointerId, at, pointerStart: at, scrollStart: this.scrolled(), moved: false };
    window.addEventListener('pointermove', this.follow);
    window.addEventListener('pointerup', this.release);
    window.addEventListener('pointercancel', this.cancel);
    window.addEventListener('keydown', this.key, true);
  }

  /** Whether a click is only the end of a drag. Asking settles it. */
  swallowsClick(): boolean {
    const was = this.justCarried;
    this.justCarried = false;
    return was;
  }

  cancel = (): void => {
    this.held = null;
    this.carried = null;
    this.stopFrames?.();
    this.stopFrames = null;
    window.removeEventListener('pointermove', this.follow);
    window.removeEventListener('pointerup', this.release);
    window.removeEventListener('pointercancel', this.cancel);
    window.removeEventListener('keydown', this.key, true);
  };

  private readonly follow = (event: PointerEvent): void => {
    const { held } = this;
    if (!held || event.pointerId !== held.pointer) return;
    held.at = this.along(event);
    if (!held.moved) {
      if (Math.abs(held.at - held.pointerStart) < slack) return;
      held.moved = true;
      getSelection()?.removeAllRanges();
      this.lastMs = 0;
      this.stopFrames = onFrames((nowMs) => this.frame(nowMs));
    }
    event.preventDefault();
    this.carry();
  };

  private readonly release = (event: PointerEvent): void => {
    if (event.pointerId !== this.held?.pointer) return;
    const { carried } = this;
    this.cancel();
    if (!carried) return;
    this.justCarried = true;
    setTimeout(() => (this.justCarried = false));
    if (carried.to !== carried.from) this.host.drop(carried.id, carried.to);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.carried) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
    this.justCarried = true;
  };

  private frame(nowMs: number): void {
    const { held } = this;
    if (!held) return;
    this.host.busy();
    const seconds = this.lastMs ? Math.min(0.05, (nowMs - this.lastMs) / 1000) : 0;
    this.lastMs = nowMs;
    const [start, end] = this.ends();
    const pull = pullAt(held.at, start, end) * seconds;
    if (pull === 0) return;
    const scroller = this.host.scroller();
    const by = pull / (scroller ? zoomOf(scroller) : 1);
    (scroller ?? window).scrollBy({ [this.host.axis === 'x' ? 'left' : 'top']: by, behavior: 'instant' });
    this.carry();
  }

  private carry(): void {
    const { held } = this;
    if (!held) return;
    const from = this.host.placeOf(held.id);
    // The queue went on under the hand: the card is no longer one of those that come next.
    if (from === null) return this.cancel();
    const line = { pitch: this.host.pitch() * this.forwards(), count: this.host.count() };
    const offset = held.at - held.pointerStart + this.scrolled() - held.scrollStart;
    this.carried = { id: held.id, offset, from, to: placeAfter(line, from, offset) };
  }

  /** -1 where cards go from right to left. */
  private forwards(): 1 | -1 {
    return this.host.axis === 'x' && document.dir === 'rtl' ? -1 : 1;
  }

  private along(event: PointerEvent): number {
    return this.host.axis === 'x' ? event.clientX : event.clientY;
  }

  private scrolled(): number {
    const scroller = this.host.scroller();
    if (!scroller) return window.scrollY;
    return (this.host.axis === 'x' ? scroller.scrollLeft : scroller.scrollTop) * zoomOf(scroller);
  }

  private ends(): [number, number] {
    const scroller = this.host.scroller();
    if (!scroller) return [0, window.innerHeight];
    const box = scroller.getBoundingClientRect();
    return this.host.axis === 'x' ? [box.left, box.right] : [box.top, box.bottom];
  }
}
