import type { ApiClient } from '../api/client';
import { sentenceOf } from '../api/problem';
import type { AnalyzedImage, Face } from '../api/types';
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

  constructor(
    private readonly api: ApiClient,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Reads a photo; null when nothing could be read in it, and then `problem` says why. */
  async read(file: File): Promise<Photo | null> {
    this.problem = refusal(file);
    if (this.problem || this.busy) return null;
    this.busy = true;
    try {
      const [analysis, picture] = await Promise.all([
        this.api.analyze(file),
        createImageBitmap(file).catch(() => null),
      ]);
      this.photo?.picture?.close();
      this.photo = { analysis, picture };
      if (analysis.faces.length === 0) this.problem = 'No face was found in this photo. Try one where it is larger.';
      return this.photo;
    } catch (error) {
      this.problem = sentenceOf(error);
      this.onError(error);
      return null;
    } finally {
      this.busy = false;
    }
  }

  putAway(): void {
    this.photo?.picture?.close();
    this.photo = null;
    this.problem = '';
  }
}

function refusal(file: File): string {
  if (!kinds.includes(file.type)) return 'That is no photo that can be read here. Choose a JPEG, PNG or WebP.';
  if (file.size > largestBytes) return 'This photo is larger than 20 MB. Choose a smaller one.';
  return '';
}
