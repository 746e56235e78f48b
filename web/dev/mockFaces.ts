import type { Face } from '../src/lib/api/types/faces.ts';
import type { Estimate, LiveReading, RestProgress } from '../src/lib/api/types/live.ts';
import { emotions, type Emotion } from '../src/lib/api/types/mood.ts';

/** A face that wanders about the picture and about the mood plane, some forty seconds a round. */
export function mockFace(seconds: number, width: number, height: number): Face {
  // Stands still for a while at every sixth of the round, as faces do.
  const turn = (Math.PI / 3) * (Math.floor(seconds / 6) + Math.min(1, (seconds % 6) / 2));
  const vad = { valence: 0.55 * Math.cos(turn), arousal: 0.45 * Math.sin(turn), dominance: 0.1 };
  const raw: Record<Emotion, number> = {
    neutral: 0.5,
    happiness: Math.max(0.02, 2 * vad.valence),
    surprise: Math.max(0.02, vad.arousal * 0.8 + vad.valence * 0.3),
    sadness: Math.max(0.02, -1.4 * vad.valence - vad.arousal),
    anger: Math.max(0.02, vad.arousal - vad.valence),
    disgust: 0.03,
    fear: 0.04,
    contempt: 0.02,
  };
  const sum = emotions.reduce((total, e) => total + raw[e], 0);
  const scores = Object.fromEntries(emotions.map((e) => [e, raw[e] / sum])) as Record<Emotion, number>;
  const top = emotions.reduce((best, e) => (scores[e] > scores[best] ? e : best));
  const side = height * 0.5;
  return {
    box: { x: width / 2 - side * 0.4 + 20 * Math.cos(turn * 3), y: height * 0.22, width: side * 0.8, height: side },
    score: 0.98,
    quality: 0.8,
    emotions: scores,
    dominant: scores[top] < 0.35 ? 'unsure' : top,
    confidence: scores[top],
    vad,
  };
}

export function mockReading(frame: number, seconds: number, room: boolean, neutral: RestProgress | null): LiveReading {
  const face = mockFace(seconds, 480, 360);
  const sigma = 0.14 + 0.4 * Math.exp(-seconds);
  const words = [
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
  const sector = (Math.round(Math.atan2(face.vad.arousal, face.vad.valence) / (Math.PI / 6)) + 12) % 12;
  const estimate: Estimate = {
    ...face.vad,
    sigma: { valence: sigma, arousal: sigma * 0.7, dominance: 0.3 },
    label: words[sector] as string,
    confidence: Math.max(0, 1 - sigma / 0.6),
  };
  const second = { ...face, box: { x: 30, y: 60, width: 70, height: 90 } };
  const followed = { label: face.dominant, judged: true, advice: null, why: null };
  return {
    type: 'reading',
    frame,
    dropped: 0,
    width: 480,
    height: 360,
    faces: [
      { ...face, ...followed, id: 1, main: true },
      { ...second, ...followed, id: 2, main: false, advice: 'come closer', why: 'The face is too small to be read.' },
    ],
    estimate,
    listener: 'default',
    room,
    neutral,
    elapsedMs: 5,
  };
}
