/** Hands every block of a stereo signal to the page, so that what is heard can be looked at sample by sample. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => unknown): void;

class Recorder extends AudioWorkletProcessor {
  process([input = []]: Float32Array[][]): boolean {
    const left = input[0]?.slice() ?? new Float32Array(128);
    this.port.postMessage([left, input[1]?.slice() ?? left.slice()]);
    return true;
  }
}

registerProcessor('recorder', Recorder);
