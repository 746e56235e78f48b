/** How long a slip lies there; the keys can still take it back afterwards. */
const shownMs = 9000;

/** The last thing done that can be taken back: on a slip of paper for some seconds, and by the keys after that. */
export class Slip {
  /** What the slip says while it lies there. */
  says = $state('');
  private way: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** Whether there is a way back from what the slip says. */
  canTakeBack = $state(false);

  /**
   * Says what was done (null where that is seen anyway) and how it is taken back. What was done before that can then no
   * longer be.
   */
  offer(says: string | null, takeBack: () => void): void {
    this.way = takeBack;
    this.show(says ?? '', true);
  }

  /** Only says something; what was done before can still be taken back. */
  tell(says: string): void {
    this.show(says, false);
  }

  /** Takes the last thing back; false when there is nothing. */
  takeBack(): boolean {
    const { way } = this;
    this.way = null;
    this.putAway();
    way?.();
    return way !== null;
  }

  /** Nothing is said any more, and what was done before stays done. */
  forget(): void {
    this.way = null;
    this.canTakeBack = false;
    this.putAway();
  }

  /** Somebody reads the slip or is about to press its key: it stays. */
  hold(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  /** The slip is put away after its time. */
  letGo(): void {
    this.hold();
    this.timer = setTimeout(() => this.putAway(), shownMs);
  }

  putAway(): void {
    this.hold();
    this.says = '';
  }

  private show(says: string, canTakeBack: boolean): void {
    this.says = says;
    this.canTakeBack = canTakeBack;
    this.letGo();
  }
}
