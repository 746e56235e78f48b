/** What a browser offers when the page may be installed; not in every browser, nor in TypeScript's own list. */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Installing MoodDeck among the device's programs, where the browser offers it to the page. */
export class Install {
  /** Whether the browser lets the page ask. */
  offered = $state(false);
  private offer: InstallOffer | null = null;

  /** Listens for the browser's offer, which comes early. */
  watch(window: EventTarget): void {
    window.addEventListener('beforeinstallprompt', (event) => {
      // Else the browser asks by itself, at a moment of its own.
      event.preventDefault();
      this.offer = event as InstallOffer;
      this.offered = true;
    });
    window.addEventListener('appinstalled', () => this.forget());
  }

  /** Has the browser ask; says whether it was installed. An offer is good for once. */
  async ask(): Promise<boolean> {
    const { offer } = this;
    this.forget();
    return offer !== null && (await offer.prompt()).outcome === 'accepted';
  }

  private forget(): void {
    this.offer = null;
    this.offered = false;
  }
}
