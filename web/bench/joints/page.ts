import type { Track } from '../../src/lib/api/types/tracks';
import { Player } from '../../src/lib/player/player';
import spliceUrl from '../../src/lib/player/splice.worklet?worker&url';
import { WebSound } from '../../src/lib/player/webSound';
import { wav } from './wav';
import recorderUrl from './recorder.worklet?worker&url';

/** What is heard of a few tracks, each on one channel only: odd ones left, even ones right. */
interface Recording {
  sampleRate: number;
  left: Float32Array[];
  right: Float32Array[];
}

export interface Wish {
  /** `splice`: as the page plays; `clock`: without the audio worklet; `ended`: one element, as a plain page would. */
  way: 'splice' | 'clock' | 'ended';
  tracks: number;
  seconds: number;
  crossfadeSeconds: number;
  sampleRate: number;
}

const recording: Recording = { sampleRate: 0, left: [], right: [] };

// The recorder listens where the page's sound goes to the loudspeaker.
const connect = AudioNode.prototype.connect;
AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
  if (args[0] instanceof AudioDestinationNode) void record(this);
  return (connect as (...a: unknown[]) => AudioNode).apply(this, args);
} as typeof connect;

async function record(node: AudioNode): Promise<void> {
  const { context } = node;
  recording.sampleRate = context.sampleRate;
  await context.audioWorklet.addModule(recorderUrl);
  const recorder = new AudioWorkletNode(context, 'recorder', { channelCount: 2, channelCountMode: 'explicit' });
  recorder.port.onmessage = ({ data }: MessageEvent<[Float32Array, Float32Array]>) => {
    recording.left.push(data[0]);
    recording.right.push(data[1]);
  };
  (connect as (this: AudioNode, to: AudioNode) => AudioNode).call(node, recorder);
}

/** Plays generated tracks through the page's own player and gives the gaps, or the crossfade's power. */
async function run(wish: Wish) {
  const tracks = Array.from({ length: wish.tracks }, (_, i) => trackOf(i, wish));
  const audios = [new Audio(), new Audio()] as const;
  const sound = await WebSound.open(audios, wish.way === 'clock' ? 'missing.js' : spliceUrl);
  if (!sound) throw new Error('no sound system');
  await new Promise((done) => setTimeout(done, 500));
  let playing = 0;
  await new Promise<void>((done) => {
    const goOn = () => (playing + 1 < tracks.length ? void player.start(tracks[++playing] as Track) : done());
    const player = new Player(wish.way === 'ended' ? [audios[0]] : audios, {
      onState: () => undefined,
      onTime: () => undefined,
      onEnded: goOn,
      onPassed: () => void playing++,
      onBroken: (track) => console.error(`broken: ${track.id}`),
      next: () => tracks[playing + 1] ?? null,
    });
    player.connect(sound);
    player.setVolume(1);
    player.setCrossfade(wish.crossfadeSeconds);
    void player.start(tracks[0] as Track);
  });
  await new Promise((done) => setTimeout(done, 1000));
  const [left, right] = [flat(recording.left), flat(recording.right)];
  return wish.crossfadeSeconds > 0
    ? power(left, right)
    : { contextRate: recording.sampleRate, gapsMs: gaps(left, right) };
}

function trackOf(number: number, { seconds, sampleRate }: Wish): Track {
  const file = wav(number, seconds, sampleRate);
  return {
    id: `${number}`,
    title: `Tone ${number}`,
    artist: null,
    album: null,
    year: null,
    language: null,
    genre: null,
    durationSeconds: seconds,
    mood: { valence: 0, arousal: 0, dominance: 0 },
    playable: true,
    source: 'demo',
    links: { spotify: null, youtube: null },
    streamUrl: URL.createObjectURL(file),
    artworkUrl: null,
  };
}

function flat(blocks: Float32Array[]): Float32Array {
  const all = new Float32Array(blocks.length * 128);
  blocks.forEach((block, i) => all.set(block, i * 128));
  return all;
}

/** Stretches of sound on a channel; up to 2 ms of silence is the tone's own passing through zero. */
function stretches(samples: Float32Array): [first: number, last: number][] {
  const found: [number, number][] = [];
  samples.forEach((sample, i) => {
    if (Math.abs(sample) < 0.002) return;
    const open = found.at(-1);
    if (open && i - open[1] < 0.002 * recording.sampleRate) open[1] = i;
    else found.push([i, i]);
  });
  return found;
}

/** Milliseconds between the last sample of one track and the first of the next; negative where they overlap. */
function gaps(left: Float32Array, right: Float32Array): number[] {
  const all = [...stretches(left), ...stretches(right)].sort((a, b) => a[0] - b[0]);
  return all.slice(1).map(([first], i) => ((first - (all[i]?.[1] ?? 0) - 1) * 1000) / recording.sampleRate);
}

/** Power of both channels together, a 50 ms window a figure, in dB beside that of one track alone. */
function power(left: Float32Array, right: Float32Array) {
  const window = Math.round(0.05 * recording.sampleRate);
  const [a, b] = [left, right].map((channel) =>
    Array.from({ length: Math.floor(channel.length / window) }, (_, w) =>
      channel.subarray(w * window, (w + 1) * window).reduce((sum, s) => sum + s * s, 0),
    ),
  ) as [number[], number[]];
  const alone = [...a].sort((x, y) => y - x)[10] as number;
  const both = a.map((p, w) => [p / alone, (b[w] as number) / alone] as const);
  const fade = both.filter(([x, y]) => x > 0.001 && y > 0.001);
  const sums = fade.map(([x, y]) => 10 * Math.log10(x + y));
  return {
    fadeSeconds: fade.length * 0.05,
    lowestDb: Math.min(...sums),
    highestDb: Math.max(...sums),
    curve: fade.filter((_, i) => i % 8 === 0).map(([x, y]) => [Math.sqrt(x).toFixed(2), Math.sqrt(y).toFixed(2)]),
  };
}

Object.assign(window, { run });
