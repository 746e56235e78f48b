/**
 * Text that changes no oftener than people and screen readers can follow: the newest wins, after at least `spacingMs`.
 */
export class CalmText {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private shownAt = Number.NEGATIVE_INFINITY;
  private shown = '';
  private wanted = '';

  constructor(
    private readonly show: (text: string) => void,
    private readonly spacingMs = 1500,
    private readonly now: () => number = () => performance.now(),
  ) {}

  set(text: string): void {
    this.wanted = text;
    if (this.timer !== null) return;
    const wait = this.shownAt + this.spacingMs - this.now();
    if (wait <= 0) this.flush();
    else this.timer = setTimeout(() => this.flush(), wait);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private flush(): void {
    this.timer = null;
    if (this.wanted === this.shown) return;
    this.shown = this.wanted;
    this.shownAt = this.now();
    this.show(this.shown);
  }
}
