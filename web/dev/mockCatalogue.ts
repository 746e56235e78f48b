import type { NamedMood, Vad } from '../src/lib/api/types/mood.ts';
import type { Remark } from '../src/lib/api/types/remark.ts';
import type { Recommendations } from '../src/lib/api/types/recommendations.ts';
import type { Facet, Facets, Track } from '../src/lib/api/types/tracks.ts';

/** Made-up songs for developing the page without a server. */

const rim = [
  'pleasant',
  'happy',
  'excited',
  'energetic',
  'tense',
  'angry',
  'unpleasant',
  'sad',
  'tired',
  'calm',
  'serene',
  'content',
];
const inner: [string, number, number][] = [
  ['bored', -0.35, -0.55],
  ['focused', 0.2, 0.15],
  ['dreamy', 0.3, -0.45],
  ['romantic', 0.6, -0.1],
  ['melancholic', -0.35, -0.4],
  ['nostalgic', 0.1, -0.3],
  ['playful', 0.65, 0.45],
  ['triumphant', 0.6, 0.65],
  ['anxious', -0.5, 0.5],
  ['neutral', 0, 0],
];

export const moods: NamedMood[] = [
  ...rim.map((name, i) => ({
    name,
    valence: 0.7 * Math.cos((i * Math.PI) / 6),
    arousal: 0.7 * Math.sin((i * Math.PI) / 6),
    dominance: 0,
    onRim: true,
  })),
  ...inner.map(([name, valence, arousal]) => ({ name, valence, arousal, dominance: 0, onRim: false })),
];

const languages: [string, string, string[]][] = [
  ['en', 'English', ['Harbour lights', 'The long way home', 'Paper boats', 'Some other Sunday']],
  ['es', 'Spanish', ['Luz de enero', 'La orilla', 'Calle sin nombre']],
  ['pt', 'Portuguese', ['Manhã de chuva', 'Saudade do mar']],
  ['hi', 'Hindi', ['सुबह की धूप', 'बारिश']],
  ['ta', 'Tamil', ['தென்றல் வந்து', 'மழை நேரம்']],
  ['ko', 'Korean', ['봄날의 산책', '밤하늘']],
  ['ja', 'Japanese', ['夜の海', '風の手紙']],
  ['zh', 'Mandarin', ['月光小路', '远方的雨']],
  ['ar', 'Arabic', ['ضوء القمر', 'نسيم البحر']],
];
const artists = [
  'Mara Lind',
  'The Quiet Coast',
  'Ilo & Ana',
  'North Window',
  'Vela',
  'Orrin Gray',
  'Low Tide Club',
  'Sister Comet',
];

function random(seed: number): number {
  const x = Math.sin(seed * 12.9898) * 43758.5453;
  return x - Math.floor(x);
}

function song(n: number): Track {
  const [language, , titles] = languages[n % languages.length] as (typeof languages)[number];
  const title = titles[Math.floor(n / languages.length) % titles.length] as string;
  const artist = artists[Math.floor(random(n) * artists.length)] as string;
  return {
    id: `starter-${n}`,
    title,
    artist: n === 17 ? 'The Extraordinarily Long-Named Philharmonic Orchestra of the Northern Harbours' : artist,
    album: `${title}, and others`,
    year: 1955 + (n % 68),
    language,
    genre: ['pop', 'folk', 'jazz', 'rock', 'soul'][n % 5] as string,
    durationSeconds: 150 + (n % 9) * 17,
    mood: { valence: 2 * random(n + 0.3) - 1, arousal: 2 * random(n + 0.7) - 1, dominance: 0 },
    playable: false,
    source: 'starter',
    links: {
      spotify: `https://open.spotify.com/search/${encodeURIComponent(title)}`,
      youtube: `https://www.youtube.com/results?search_query=${encodeURIComponent(title)}`,
    },
    streamUrl: null,
    artworkUrl: null,
  };
}

function demoPiece(n: number): Track {
  const angle = (n * 2.399) % (2 * Math.PI);
  const radius = 0.25 + 0.65 * ((n % 6) / 5);
  const words = ['Amber', 'Slow', 'Bright', 'Hollow', 'Wide', 'Quick'];
  const things = ['morning', 'tide', 'engine', 'window'];
  return {
    ...song(n),
    id: `demo-${n}`,
    title: `${words[n % 6]} ${things[n % 4]}`,
    artist: 'MoodDeck Demo',
    album: 'Demo library',
    year: 2025,
    language: 'zxx',
    genre: 'electronic',
    durationSeconds: 20,
    mood: { valence: radius * Math.cos(angle), arousal: radius * Math.sin(angle), dominance: 0 },
    playable: true,
    source: 'demo',
    streamUrl: `/api/v1/tracks/demo-${n}/stream`,
    hasLyrics: n % 3 !== 0,
  };
}

/** MOCK_TRACKS says how many. */
const starter = Array.from({ length: Number(process.env['MOCK_TRACKS'] ?? 60) }, (_, n) => song(n));
/** Names that no page may break on. */
const awkward = [
  '<img src=x onerror=alert(1)> & "quotes"',
  'Long '.repeat(60).trim(),
  'نسيم البحر في ليلة طويلة (نسخة 2)',
];
awkward.forEach((title, i) => starter[i + 20] && (starter[i + 20] = { ...(starter[i + 20] as Track), title }));
const demo = Array.from({ length: 24 }, (_, n) => demoPiece(n));

export function catalogue(withDemo: boolean): Track[] {
  return withDemo ? [...demo, ...starter] : starter;
}

export function facets(tracks: Track[]): Facets {
  const nameOf = (code: string) =>
    languages.find(([c]) => c === code)?.[1] ?? (code === 'zxx' ? 'without words' : code);
  const count = (key: (t: Track) => string | null, name = (v: string) => v): Facet[] => {
    const found = new Map<string, Facet>();
    for (const track of tracks) {
      const value = key(track);
      if (value === null) continue;
      const facet = found.get(value) ?? { value, name: name(value), tracks: 0, playable: 0 };
      facet.tracks++;
      if (track.playable) facet.playable++;
      found.set(value, facet);
    }
    return [...found.values()].sort((a, b) => b.tracks - a.tracks);
  };
  return {
    languages: count((t) => t.language, nameOf),
    artists: count((t) => t.artist),
    genres: count((t) => t.genre),
    sources: count((t) => t.source),
  };
}

export function recommend(tracks: Track[], body: Record<string, unknown>): Recommendations {
  const list = (name: string) => (Array.isArray(body[name]) ? (body[name] as string[]) : []);
  const [valence = 0, arousal = 0] = Array.isArray(body['vad']) ? (body['vad'] as number[]) : [];
  const strategy = (body['strategy'] ?? 'match') as Recommendations['strategy'];
  const shift = {
    match: [0, 0],
    hold: [0, 0],
    lift: [0.5, 0.2],
    calm: [0.1, -0.6],
    energise: [0.2, 0.6],
    focus: [0.1, 0],
  };
  const [dv = 0, da = 0] = shift[strategy];
  const clamp = (x: number) => Math.min(1, Math.max(-1, x));
  const target: Vad = { valence: clamp(valence + dv), arousal: clamp(arousal + da), dominance: 0 };
  const apart = (t: Track) => Math.hypot(t.mood.valence - target.valence, t.mood.arousal - target.arousal);
  const inside = (name: string, value: string | null) =>
    list(name).length === 0 || (value !== null && list(name).includes(value));
  const chosen = tracks
    .filter((t) => inside('languages', t.language) && inside('artists', t.artist) && inside('genres', t.genre))
    .filter((t) => !list('exclude').includes(t.id))
    .sort((a, b) => apart(a) - apart(b) - (a.playable ? 0.25 : 0) + (b.playable ? 0.25 : 0))
    .slice(0, Number(body['limit'] ?? 20))
    .map((t) => ({
      ...t,
      ...whyOf(t, apart(t)),
      chosenFor: {
        valence: target.valence,
        arousal: target.arousal,
        valenceSigma: 0.1,
        arousalSigma: 0.1,
        leans: true,
        goal: null,
      },
    }));
  const playable = chosen.filter((t) => t.playable).length;
  const notes = playable === 0 ? ['Nothing inside these filters plays here; the demo tracks without words would.'] : [];
  return { target, strategy, seed: 1, tracks: chosen, playable, notes };
}

/** A sum as the server explains it, made up. */
function whyOf(track: Track, apart: number): Pick<Track, 'score' | 'reasons' | 'why' | 'terms'> {
  const part = (term: string, value: number, code?: string, values: Remark['values'] = {}) => ({
    term,
    value: Math.round(1000 * value) / 1000,
    why: code === undefined ? null : { code: `reason.${code}`, values },
  });
  const artist = track.artist ?? '';
  const terms = [
    part('mood', Math.exp(-2 * apart * apart) * 0.7, apart < 0.3 ? 'like.asked' : 'alike.asked', { mood: 'content' }),
    part('taste', 0.14, 'likes.artist', { artist }),
    ...(track.playable ? [] : [part('here', -0.15, 'notHere')]),
    part('flow', 0.04, 'flows.tempo'),
    part('variety', -0.032, 'heard.artist', { artist }),
    part('curiosity', 0.011),
    part('draw', -0.004),
  ];
  const score = terms.reduce((sum, { value }) => sum + value, 0);
  const why = terms.flatMap((term) => term.why ?? []);
  return { score, terms, why, reasons: why.map(({ code }) => code) };
}
