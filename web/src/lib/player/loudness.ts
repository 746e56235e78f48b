import type { Track } from '../api/types/tracks';

const targetLufs = -16;
const mostUpDb = 6;
const mostDownDb = -15;
/** Peaks stay this far below full scale, so that what follows (resampling, a codec) does not clip them. */
const ceilingDb = -1;
const fullScaleDb = 0;

/**
 * The audio element's linear volume for a slider position in [0, 1]. Loudness is heard logarithmically; the cube is
 * the usual stand-in for a 60 dB scale that still reaches silence.
 */
export function gainOf(position: number): number {
  return Math.min(1, Math.max(0, position)) ** 3;
}

/**
 * How much a track is turned up or down, in dB, so that all sound equally loud: to -16 LUFS, by +6 to -15 dB. It is
 * turned up only as far as its true peak is known to allow. An unknown peak (the server knows that of short tracks
 * only) counts as full scale, which allows nothing; a track of unknown loudness is left alone.
 */
export function levellingDb(track: Pick<Track, 'loudnessLufs' | 'truePeakDb'>): number {
  const { loudnessLufs, truePeakDb } = track;
  if (!isNumber(loudnessLufs)) return 0;
  const wanted = Math.min(mostUpDb, Math.max(mostDownDb, targetLufs - loudnessLufs));
  const room = Math.max(0, ceilingDb - (isNumber(truePeakDb) ? truePeakDb : fullScaleDb));
  return Math.min(wanted, room);
}

export function linearOf(decibels: number): number {
  return 10 ** (decibels / 20);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
