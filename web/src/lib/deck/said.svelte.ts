/** What happened is said for this long; lasting states are said as long as they last. */
const eventMs = 7000;

/** The last thing worth saying that is no lasting state. */
export class Said {
  last = $state('');
  private timer: ReturnType<typeof setTimeout> | null = null;

  say(text: string): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.last = text;
    this.timer = setTimeout(() => (this.last = ''), eventMs);
  }
}
