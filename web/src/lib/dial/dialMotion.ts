import type { Vad } from '../api/types/mood';
import { angleOf, leanOpacity, toDisc, uncertaintyEllipse } from './geometry';
import { Spring } from './spring';

const pointSeconds = 1.2;
const ellipseSeconds = 2;
const leanSeconds = 0.9;

export interface DialPose {
  /** The lit point, inside the disc. */
  valence: number;
  arousal: number;
  /** Half axes of the ellipse. */
  spreadValence: number;
  spreadArousal: number;
  /** Opacity of the ring's lean, and its angle in degrees counter-clockwise from the right. */
  lean: number;
  angle: number;
}

interface Shown {
  valence: number;
  arousal: number;
  sigma: Pick<Vad, 'valence' | 'arousal'>;
  confidence: number;
}

/** Moves what is lit on the dial: nothing jumps unless a hand or `jump` makes it. */
export class DialMotion {
  private readonly valence = new Spring(0, pointSeconds);
  private readonly arousal = new Spring(0, pointSeconds);
  private readonly spreadValence = new Spring(0.6, ellipseSeconds);
  private readonly spreadArousal = new Spring(0.6, ellipseSeconds);
  private readonly lean = new Spring(0, leanSeconds);
  private get springs(): Spring[] {
    return [this.valence, this.arousal, this.spreadValence, this.spreadArousal, this.lean];
  }

  aim(mood: Shown, jump: boolean): void {
    const point = toDisc(mood);
    const spread = uncertaintyEllipse(mood.sigma);
    // At the very centre there is no angle to lean to.
    const reach = Math.min(1, Math.hypot(point.valence, point.arousal) / 0.15);
    const goals = [point.valence, point.arousal, spread.valence, spread.arousal, leanOpacity(mood.confidence) * reach];
    this.springs.forEach((spring, i) => {
      const goal = goals[i] as number;
      if (jump) spring.jump(goal);
      else spring.target = goal;
    });
  }

  /** Where everything is after `seconds` more; true in `rest` once nothing moves any longer. */
  step(seconds: number): { pose: DialPose; rest: boolean } {
    const [valence, arousal, spreadValence, spreadArousal, lean] = this.springs.map((s) => s.step(seconds)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const angle = angleOf({ valence, arousal });
    return {
      pose: { valence, arousal, spreadValence, spreadArousal, lean, angle },
      rest: this.springs.every((s) => s.atRest),
    };
  }
}
