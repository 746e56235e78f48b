import { SpliceLine } from './spliceLine';

/** What the audio thread's global scope offers, as far as it is used here. */
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(
  name: string,
  processor: new (options: { processorOptions: Options }) => unknown,
): void;

interface Options {
  restingDelaySeconds: number;
}

/** What the page tells the audio thread. */
export type SpliceOrder = { join: [from: number, to: number, endsInSeconds: number] } | { reset: number };

/** What the audio thread answers: the joint it made and the players' delays since, in seconds. */
export interface SpliceReport {
  gapSeconds: number;
  delaysSeconds: [number, number];
}

class Splice extends AudioWorkletProcessor {
  private readonly line: SpliceLine;

  constructor({ processorOptions }: { processorOptions: Options }) {
    super();
    this.line = new SpliceLine(sampleRate, Math.round(processorOptions.restingDelaySeconds * sampleRate));
    this.port.onmessage = ({ data }: MessageEvent<SpliceOrder>) => {
      if ('join' in data) this.line.expect(data.join[0], data.join[1], Math.round(data.join[2] * sampleRate));
      else this.line.reset(data.reset);
    };
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const joint = this.line.process(inputs, outputs, outputs[0]?.[0]?.length ?? 128);
    if (joint) {
      const [a, b] = this.line.delays;
      const report: SpliceReport = {
        gapSeconds: joint.gapFrames / sampleRate,
        delaysSeconds: [a / sampleRate, b / sampleRate],
      };
      this.port.postMessage(report);
    }
    return true;
  }
}

registerProcessor('mooddeck-splice', Splice);
