import { fadeAt, fadeCurve, type Fade } from './fade';
import type { Sound } from './sound';
import type { SpliceOrder, SpliceReport } from './splice.worklet';
import type { StereoSignal } from './vuMeter';

/** How late the next deck may start and still be joined to the sample; also how long pressing pause takes to be heard. */
const restingDelaySeconds = 0.1;
/** From `play()` of a loaded element to its first sample, about. */
const startSeconds = 0.02;
const meterWindow = 2048;
/** Changes of volume and level glide, so that they do not click. */
const glideSeconds = 0.015;

/** The sound system on Web Audio. Without the audio worklet decks are joined by the clock alone. */
export class WebSound implements Sound {
  readonly signal: StereoSignal;
  onChange: () => void = () => undefined;
  /** The last joint's gap in seconds, as the audio thread counted it; null before the first. */
  lastGapSeconds: number | null = null;
  private readonly levels: GainNode[];
  private readonly fades: GainNode[];
  private readonly volume: GainNode;
  private readonly going: (Fade | null)[] = [null, null];
  private delays: readonly number[] = [restingDelaySeconds, restingDelaySeconds];

  /**
   * Builds the system around two audio elements, which from then on sound through it only.
   * @param workletUrl Where the compiled `splice.worklet` lies.
   * @returns Null where the browser has no Web Audio or lets no sound through yet; the elements are then untouched.
   */
  static async open(elements: readonly HTMLAudioElement[], workletUrl: string): Promise<WebSound | null> {
    if (typeof AudioContext === 'undefined') return null;
    const context = new AudioContext({ latencyHint: 'playback' });
    try {
      await context.resume();
      const splice = await openSplice(context, workletUrl);
      if (context.state === 'running') return new WebSound(context, elements, splice);
    } catch {
      // No device, or none that the browser may use.
    }
    void context.close().catch(() => undefined);
    return null;
  }

  private constructor(
    private readonly context: AudioContext,
    elements: readonly HTMLAudioElement[],
    private readonly splice: AudioWorkletNode | null,
  ) {
    this.levels = elements.map(() => context.createGain());
    this.fades = elements.map(() => context.createGain());
    this.volume = context.createGain();
    const sum = context.createGain();
    elements.forEach((element, deck) => {
      const source = context.createMediaElementSource(element);
      if (splice) source.connect(splice, 0, deck).connect(this.levels[deck] as GainNode, deck);
      else source.connect(this.levels[deck] as GainNode);
      (this.levels[deck] as GainNode).connect(this.fades[deck] as GainNode).connect(sum);
    });
    sum.connect(this.volume).connect(context.destination);
    this.signal = tap(context, sum);
    context.onstatechange = () => this.onChange();
    if (splice) splice.port.onmessage = ({ data }: MessageEvent<SpliceReport>) => this.heard(data);
  }

  get running(): boolean {
    return this.context.state === 'running';
  }

  async wake(): Promise<void> {
    if (!this.running) await this.context.resume();
  }

  rest(): void {
    void this.context.suspend();
  }

  setVolume(gain: number): void {
    this.volume.gain.setTargetAtTime(gain, this.context.currentTime, glideSeconds);
  }

  setLevel(deck: number, gain: number): void {
    this.levels[deck]?.gain.setTargetAtTime(gain, this.context.currentTime, glideSeconds);
  }

  fade(deck: number, to: number, seconds: number): void {
    const gain = this.fades[deck]?.gain;
    if (!gain) return;
    const now = this.context.currentTime;
    const before = this.going[deck];
    const fade = { from: before ? fadeAt(before, now) : 1, to, startSeconds: now, seconds };
    gain.cancelScheduledValues(0);
    if (seconds > 0) gain.setValueCurveAtTime(fadeCurve(fade), now, seconds);
    else gain.setValueAtTime(to, now);
    this.going[deck] = fade;
  }

  leadSeconds(deck: number): number {
    if (!this.splice) return startSeconds;
    // The one that ends may run through a longer delay than rests on the next: that much later it may start.
    return Math.max(0.005, startSeconds + restingDelaySeconds - (this.delays[deck] ?? restingDelaySeconds));
  }

  join(from: number, to: number, endsInSeconds: number): void {
    this.order({ join: [from, to, endsInSeconds] });
  }

  reset(deck: number): void {
    this.order({ reset: deck });
    this.delays = this.delays.map((delay, d) => (d === deck ? restingDelaySeconds : delay));
  }

  private order(order: SpliceOrder): void {
    this.splice?.port.postMessage(order);
  }

  private heard({ gapSeconds, delaysSeconds }: SpliceReport): void {
    this.lastGapSeconds = gapSeconds;
    this.delays = delaysSeconds;
  }
}

async function openSplice(context: AudioContext, url: string): Promise<AudioWorkletNode | null> {
  try {
    await context.audioWorklet.addModule(url);
    return new AudioWorkletNode(context, 'mooddeck-splice', {
      numberOfInputs: 2,
      numberOfOutputs: 2,
      outputChannelCount: [2, 2],
      processorOptions: { restingDelaySeconds },
    });
  } catch {
    // A page that is not served safely has no worklets.
    return null;
  }
}

function tap(context: AudioContext, sum: AudioNode): StereoSignal {
  const splitter = context.createChannelSplitter(2);
  const [left, right] = [context.createAnalyser(), context.createAnalyser()];
  left.fftSize = right.fftSize = meterWindow;
  // A mono track moves both needles.
  sum.channelCount = 2;
  sum.channelCountMode = 'explicit';
  sum.connect(splitter);
  splitter.connect(left, 0);
  splitter.connect(right, 1);
  return {
    sampleRate: context.sampleRate,
    readLeft: (into) => left.getFloatTimeDomainData(into),
    readRight: (into) => right.getFloatTimeDomainData(into),
  };
}
