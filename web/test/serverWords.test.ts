import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../src/lib/i18n/messages/en.json';

const source = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const written = (prefix: string) =>
  Object.entries(en)
    .filter(([key]) => key.startsWith(`server.${prefix}`))
    .map(([key, words]) => [key.slice('server.'.length), words] as const);

/** What no page of MoodDeck's own can cause. */
const ofOtherPrograms = [
  'bad-json',
  'unknown-mood',
  'bad-vad',
  'bad-language',
  'wrong-token',
  'method-not-allowed',
  'wrong-content-type',
  'bad-range',
  'upgrade-required',
  'version-missing',
];

describe('the words for what the server says', () => {
  it('remarks_areThoseOfTheServersTable_wordForWord', () => {
    const table = JSON.parse(source('MoodDeck.Recommend/Remarks/remarks.json')) as Record<string, unknown>;
    expect(Object.fromEntries([...written('reason.'), ...written('note.')])).toEqual(table);
  });

  it('advice_isThatOfTheGate', () => {
    const gate = source('MoodDeck.Vision/Faces/FaceAdvice.cs');
    const sentences = found(gate, /FaceAdvice\.\w+ => "([^"]+)"/g);
    expect(sentences.length).toBeGreaterThan(8);
    expect(
      written('advice.')
        .map(([, words]) => words)
        .sort(),
    ).toEqual(sentences.sort());
  });

  it('live_hasEveryCode', () => {
    const codes = found(source('MoodDeck.Server/Live/LiveCodes.cs'), /"(live\.\w+)"/g);
    expect(
      written('live.')
        .map(([code]) => code)
        .sort(),
    ).toEqual(codes.sort());
  });

  it('problems_areAllThatThePageCanMeet', () => {
    const kinds = found(source('MoodDeck.Server/Problems/ProblemKind.cs'), /new\("([a-z-]+)", \d+,/g);
    const told = written('problem.').map(([code]) => code.slice('problem.'.length));
    expect([...told, ...ofOtherPrograms].sort()).toEqual(kinds.sort());
  });

  it('values_thatAreWords_areThere', () => {
    const moods = found(source('MoodDeck.Core/Mood/NamedMood.cs'), /(?:Rim|Inner|new)\("(\w+)",/g);
    expect(moods).toHaveLength(22);
    const sources = found(source('MoodDeck.Core/Music/Track.cs'), /Names \{ get; \} = \[(.*)\]/g);
    const emotions = found(source('MoodDeck.Core/Mood/Emotion.cs'), /Names \{ get; \} =\s*\[([^\]]*)\]/g);
    const listed = (list: string[]) => found(list.join(), /"(\w+)"/g);
    expect(listed(sources)).toHaveLength(6);
    expect(listed(emotions)).toHaveLength(8);
    for (const key of [
      ...moods.map((name) => `mood.${name}`),
      ...listed(sources).map((name) => `source.${name}`),
      ...[...listed(emotions), 'unsure'].flatMap((name) => [`emotion.${name}`, `face.${name}`]),
    ]) {
      expect(en).toHaveProperty([key]);
    }
  });
});
