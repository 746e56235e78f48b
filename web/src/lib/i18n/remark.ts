import type { LiveFace, LiveProblem, RestProgress } from '../api/types/live';
import type { Recommendations } from '../api/types/recommendations';
import type { Remark } from '../api/types/remark';
import type { Track } from '../api/types/tracks';
import { ApiProblem, ServerGone } from '../api/problem';
import type { Values } from './format';
import type { Text } from './text.svelte';

type Words = Pick<Text, 'find' | 'locale'>;

/** Values that are words of the page, by what their words are filed under. */
const families: Record<string, string> = {
  mood: 'mood',
  wanted: 'mood',
  source: 'source',
  filter: 'filter',
  strategy: 'strategy',
};

/** What the server says, in the listener's language; the English it sent where the page does not know the code. */
export function sayRemark(text: Words, remark: Remark, sent: string): string {
  const said = text.find(`server.${remark.code}`, wordsOf(text, remark.values));
  if (said === null || /\{\w+\}/.test(said)) return sent;
  // Names keep the letters their owners chose.
  return said.startsWith(String(remark.values['artist'] ?? '\0')) ? said : capital(said, text.locale);
}

/** Whether a track plays here stands wherever its reasons do. */
const ofPlace = ['reason.playsHere', 'reason.notHere'];

/**
 * Why a track is in the queue; empty for one that somebody picked.
 * @param besides Codes of what is said elsewhere.
 */
export function reasonsOf(text: Words, track: Track, besides?: ReadonlySet<string | undefined>): string[] {
  const all = sayAll(text, track.why, track.reasons);
  const code = (i: number) => track.why?.[i]?.code;
  const told = all.filter((_, i) => !ofPlace.includes(code(i) ?? '') && !besides?.has(code(i)));
  // Said of no other reason it is better than nothing.
  return told.length > 0 || besides ? told : all;
}

/** Several remarks as one text; scripts that end sentences with a full-width stop put no space between them. */
export const sentences = (remarks: readonly string[]): string =>
  remarks.reduce((said, remark) => {
    const sentence = /[.!?。！？।؟]$/.test(remark) ? remark : `${remark}.`;
    return said === '' || /[。！？]$/.test(said) ? said + sentence : `${said} ${sentence}`;
  }, '');

/** What is to be said about a queue as a whole. */
export const notesOf = (text: Words, answer: Recommendations): string[] => sayAll(text, answer.remarks, answer.notes);

/** What would help to read a face, and why; null where all is well. */
export function adviceOf(text: Words, face: Pick<LiveFace, 'advice' | 'why'>): { advice: string; why: string } | null {
  if (face.advice === null) return null;
  const code = face.advice.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    advice: text.find(`server.advice.${code}`) ?? face.advice,
    why: text.find(`server.advice.${code}.why`) ?? face.why ?? '',
  };
}

/** What stands in the way of a live reading, or why a face at rest was not learned. */
export function liveProblemOf(text: Words, problem: Pick<LiveProblem | RestProgress, 'code' | 'detail'>): string {
  return inOwnWords(text, problem.code ?? '', problem.detail ?? '');
}

/** One sentence for the listener about whatever went wrong, in the language of the page. */
export function problemOf(text: Words, error: unknown): string {
  const sent = error instanceof Error ? error.message : String(error);
  if (error instanceof ServerGone) return text.find('settings.serverGone') ?? sent;
  const name = error instanceof ApiProblem ? error.type.replace(/^urn:mooddeck:problem:/, '') : '';
  return inOwnWords(text, `problem.${name}`, sent);
}

/** The name of a language in the language of the page, in the middle of a sentence. */
export function languageName(text: Words, code: string): string {
  const own = text.find(`language.${code}`);
  if (own !== null) return own;
  try {
    return new Intl.DisplayNames([text.locale], { type: 'language' }).of(code) ?? code;
  } catch {
    // Not what a code of a language looks like.
    return code;
  }
}

/** Whether something stored or sent is a remark. */
export function isRemark(value: unknown): value is Remark {
  if (value === null || typeof value !== 'object') return false;
  const { code, values } = value as Partial<Record<keyof Remark, unknown>>;
  return (
    typeof code === 'string' && values !== null && typeof values === 'object' && Object.values(values).every(isPlain)
  );
}

const isPlain = (value: unknown) =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every((v) => typeof v === 'string'));

function sayAll(text: Words, remarks: Remark[] | undefined, sent: string[] = []): string[] {
  return sent.map((sentence, i) => {
    const remark = remarks?.[i];
    return remark ? sayRemark(text, remark, sentence) : sentence;
  });
}

/** In English the server's own sentence is the better one: it knows the particulars. */
function inOwnWords(text: Words, code: string, sent: string): string {
  return text.locale === 'en' && sent !== '' ? sent : (text.find(`server.${code}`) ?? sent);
}

function wordsOf(text: Words, values: Remark['values']): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordOf(text, name, value)]));
}

function wordOf(text: Words, name: string, value: string | number | string[]): string | number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') {
    const names = value.map((code) => languageName(text, code));
    return new Intl.ListFormat(text.locale, { type: 'disjunction' }).format(names);
  }
  if (name === 'language') return languageName(text, value);
  const family = families[name];
  return family === undefined ? value : (text.find(`${family}.${value}`) ?? value);
}

function capital(sentence: string, locale: string): string {
  const [first = '', ...rest] = sentence;
  return first.toLocaleUpperCase(locale) + rest.join('');
}
