import { crc32, deflateSync } from 'node:zlib';
import type { Feeling, Lyrics, TrackSheet } from '../src/lib/api/types/sheet.ts';
import type { Track } from '../src/lib/api/types/tracks.ts';

/** What is known of a made-up song: a number in its id decides which states its sheet shows. */
export class MockSheets {
  private feelings = new Map<string, Feeling>();

  /** The answer to an address, with its status; null for one that is not about a sheet. */
  answer(method: string, path: string, body: string, tracks: readonly Track[]): [unknown, number] | null {
    const felt = /^\/listeners\/[^/]+\/tracks\/([^/]+)\/mood$/.exec(path);
    if (felt) {
      const id = decodeURIComponent(felt[1] ?? '');
      if (method === 'PUT') this.feelings.set(id, JSON.parse(body) as Feeling);
      else this.feelings.delete(id);
      return [null, 200];
    }
    const asked = /^\/tracks\/([^/]+)\/(sheet|lyrics|spectrogram)$/.exec(path);
    if (!asked) return null;
    const track = tracks.find((t) => t.id === decodeURIComponent(asked[1] ?? ''));
    if (!track) return [{ type: 'urn:mooddeck:problem:unknown-track', detail: 'There is no such track.' }, 404];
    if (asked[2] === 'sheet') return [this.sheet(track), 200];
    return [asked[2] === 'lyrics' ? lyrics(track) : spectrogram(numberOf(track)), 200];
  }

  private sheet(track: Track): TrackSheet {
    const n = numberOf(track);
    const heard = track.playable && n % 5 !== 4;
    const wide = 0.12 + 0.1 * (n % 5);
    const whole = n % 3 !== 2;
    return {
      track,
      spread: { valence: 1.3 * wide, arousal: 0.8 * wide, dominance: 0.5 },
      moodLabel: nearest(track.mood),
      moodFrom: heard ? 'listening' : track.playable ? 'tags' : n % 4 === 3 ? 'unknown' : 'table',
      feeling: this.feelings.get(track.id) ?? null,
      sound: heard
        ? {
            listenedSeconds: 60,
            tempoBpm: n % 7 === 3 ? null : 68 + ((n * 13) % 90),
            tempoClarity: 0.6,
            key: { tonic: n % 12, major: n % 2 === 0, clarity: 0.7 },
            onsetsPerSecond: 1.4 + (n % 6) / 2,
            centroidHertz: 800 + 350 * (n % 7),
            loudnessSpreadDb: 5.1,
          }
        : null,
      loudness: heard
        ? {
            integratedLufs: -14.2 - (n % 5),
            rangeLu: whole ? 6.1 : null,
            truePeakDb: whole ? -0.9 : null,
            wholeFile: whole,
            curve: whole ? { stepSeconds: 0.25, lufs: Array.from({ length: 80 }, (_, i) => loudnessAt(i / 80)) } : null,
          }
        : null,
      file: track.playable
        ? {
            name: `${track.title}.${n % 2 ? 'flac' : 'wma'}`,
            codec: n % 2 ? 'flac' : 'wmav2',
            container: n % 2 ? 'flac' : 'asf',
            sampleRateHertz: 44_100,
            channels: 2,
            bitRate: n % 2 ? 812_000 : 192_000,
            bytes: 31_234_567,
            transcoded: n % 2 === 0,
          }
        : null,
      hasLyrics: track.hasLyrics ?? false,
      spectrogramUrl: heard && whole ? `/api/v1/tracks/${track.id}/spectrogram` : null,
    };
  }
}

const numberOf = (track: Track) => Number(/\d+$/.exec(track.id)?.[0] ?? 0);

function nearest({ valence, arousal }: Feeling): string {
  if (Math.hypot(valence, arousal) < 0.15) return 'neutral';
  const words = 'pleasant happy excited energetic tense angry unpleasant sad tired calm serene content'.split(' ');
  return words[Math.round((Math.atan2(arousal, valence) / (2 * Math.PI)) * 12 + 12) % 12] ?? 'neutral';
}

const loudnessAt = (share: number) =>
  share < 0.03 || share > 0.96
    ? -44
    : -19 + 6 * Math.sin(share * 9) + 3 * Math.sin(share * 71) - (share > 0.6 && share < 0.68 ? 12 : 0);

function lyrics(track: Track): Lyrics {
  const lines = [
    'The harbour lights are going out',
    'one after the other',
    '',
    'and nobody asks',
    'whose boat it was',
    '',
  ];
  const sung = track.language === 'ar' ? ['يا ليلُ طالَ بنا السفر', 'والبحرُ نامَ على الحجر'] : lines;
  const timed = numberOf(track) % 2 === 1;
  return {
    timed,
    language: track.language === 'ar' ? 'ar' : 'en',
    lines: Array.from({ length: 18 }, (_, i) => ({
      atSeconds: timed ? 1 + i : null,
      text: sung[i % sung.length] ?? '',
    })),
  };
}

/** A gray PNG of 720 x 192 with partials that beat and fade. */
function spectrogram(n: number): Buffer {
  const [width, height] = [720, 192];
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const pitch = (height - y) / height;
      const beat = 0.5 + 0.5 * Math.cos((x * (7 + (n % 4))) / 30) ** 8;
      const partial = Math.abs(Math.sin(pitch * 40 + Math.floor(x / 90) * 1.7)) ** 6;
      const low = Math.max(0, 1.15 - 1.4 * pitch);
      const level = (10 ** ((loudnessAt(x / width) + 16) / 30) * low * (0.35 * beat + 0.75 * partial)) / 1.1;
      rows[y * (width + 1) + 1 + x] = Math.min(255, 255 * level);
    }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const head = Buffer.from([0, 0, 2, 208, 0, 0, 0, 192, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
