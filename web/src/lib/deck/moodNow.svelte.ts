import type { PictureMood } from '../api/types/faces';
import type { Estimate } from '../api/types/live';
import type { NamedMood, Vad } from '../api/types/mood';
import { toDisc, type PlanePoint } from '../dial/geometry';
import { nearestWord } from '../mood/nearest';

export type MoodSource = 'face' | 'photo' | 'hand';

export interface CurrentMood extends Estimate {
  source: MoodSource;
}

/** What a hand says it means; a photo's faces leave more room. Standard deviations on the plane. */
const handSigma: Vad = { valence: 0.05, arousal: 0.05, dominance: 0.05 };
const photoSigma: Vad = { valence: 0.2, arousal: 0.2, dominance: 0.3 };

/** The mood that counts now, from whichever sense spoke last, and where the hand left the dial. */
export class MoodNow {
  moods = $state.raw<NamedMood[]>([]);
  mood = $state.raw<CurrentMood | null>(null);
  /** Where the hand put the target; null until it did. */
  hand = $state.raw<Vad | null>(null);

  setFace(estimate: Estimate): void {
    this.mood = { ...estimate, source: 'face' };
  }

  setPhoto(mood: PictureMood): void {
    this.mood = { ...mood, sigma: photoSigma, source: 'photo' };
  }

  /** Puts the hand on a point of the plane; `isMood` says whether that is also how one feels. */
  setHand(point: PlanePoint & { dominance?: number }, isMood: boolean, name?: string): void {
    const { valence, arousal } = toDisc(point);
    const vad: Vad = { valence, arousal, dominance: point.dominance ?? 0 };
    this.hand = vad;
    if (!isMood) return;
    const label = name ?? nearestWord(vad, this.moods);
    this.mood = { ...vad, sigma: handSigma, label, confidence: 1, source: 'hand' };
  }

  /** The word for a point of the plane. */
  wordFor(point: PlanePoint): string {
    return nearestWord(point, this.moods);
  }
}
