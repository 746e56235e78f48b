import type { ApiClient } from '../api/client';
import type { AnalyzedImage, Face } from '../api/types/faces';
import { problemOf } from '../i18n/remark';
import type { MessageKey, Text } from '../i18n/text.svelte';
import { largestFace } from '../mood/largestFace';

/** The server takes no more than this. */
const largestBytes = 20_000_000;
const kinds = ['image/jpeg', 'image/png', 'image/webp'];

export interface Photo {
  /** The picture to draw; null where the browser cannot show what the server could read. */
  picture: ImageBitmap | null;
  analysis: AnalyzedImage;
}

/** A photo that was dropped on the page or chosen, and what was read in it. */
export class PhotoReader {
  photo = $state.raw<Photo | null>(null);
  busy = $state(false);
  problem = $state('');
  face: Face | null = $derived(this.photo ? largestFace(this.photo.analysis.faces) : null);

  /** Counts what was put away, so that an answer from before shows nothing. */
  private round = 0;

  constructor(
    private readonly api: ApiClient,
    private readonly text: Text,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Reads a photo; null when nothing could be read in it, and then `problem` says why, or it was put away meanwhile. */
  async read(file: File): Promise<Photo | null> {
    const refused = refusal(file);
    this.problem = refused ? this.text.t(refused) : '';
    if (this.problem || this.busy) return null;
    this.busy = true;
    const { round } = this;
    try {
      const [analysis, picture] = await Promise.all([
        this.api.analyze(file),
        createImageBitmap(file).catch(() => null),
      ]);
      if (round !== this.round) {
        picture?.close();
        return null;
      }
      this.photo?.picture?.close();
      this.photo = { analysis, picture };
      if (analysis.faces.length === 0) this.problem = this.text.t('photo.noFace');
      return this.photo;
    } catch (error) {
      if (round !== this.round) return null;
      this.problem = problemOf(this.text, error);
      this.onError(error);
      return null;
    } finally {
      if (round === this.round) this.busy = false;
    }
  }

  /** Puts the photo away; one that is still being read is never shown. */
  putAway(): void {
    this.round++;
    this.busy = false;
    this.photo?.picture?.close();
    this.photo = null;
    this.problem = '';
  }
}

function refusal(file: File): MessageKey | null {
  if (!kinds.includes(file.type)) return 'photo.wrongKind';
  if (file.size > largestBytes) return 'photo.tooLarge';
  return null;
}
