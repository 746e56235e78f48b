/** Whether a media query holds now. */
export class MediaMatch {
  matches = $state(false);

  constructor(query: string) {
    const list = window.matchMedia(query);
    this.matches = list.matches;
    list.addEventListener('change', (event) => (this.matches = event.matches));
  }
}
