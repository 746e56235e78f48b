// The other devices of the house, as docs/api.md gives it; what is unknown is null.

/** A device of the house that was let in. */
export interface LanDevice {
  id: string;
  name: string;
  pairedAt: string;
  lastSeenAt: string;
}

/** Whether other devices of the house are let in, and who asks. */
export interface Lan {
  on: boolean;
  /** Where they find the page, the likeliest first. */
  urls: string[];
  /** SHA-256 of the certificate, as browsers show it. */
  fingerprint: string | null;
  /** Only the machine MoodDeck runs on may invite and remove devices. */
  mayManage: boolean;
  /** The paired device this page is open on; null on the machine itself. */
  device: LanDevice | null;
}

/** What lets one more device in, once. */
export interface LanInvitation {
  url: string;
  expiresAt: string;
  /** Squares from the top, `1` is dark; without the quiet zone of four squares around them. */
  qr: { size: number; rows: string[] };
}
