import { english } from '../testing/english';
import { describe, expect, it } from 'vitest';
import { ApiProblem, ServerGone } from '../api/problem';
import type { Recommendations } from '../api/types/recommendations';
import { track } from '../testing/tracks';
import type { Message } from './format';
import { format } from './format';
import type { Locale } from './locales';
import { adviceOf, isRemark, languageName, liveProblemOf, notesOf, problemOf, reasonsOf, sayRemark } from './remark';

/** A page in German, of which these words are there. */
const german = {
  locale: 'de' as Locale,
  find(key: string, values = {}) {
    const words: Record<string, Message> = {
      'mood.happy': 'glücklich',
      'language.zxx': 'ohne Worte',
      'server.reason.noMood': '{mood}; um keine Stimmung wurde gebeten',
      'server.reason.artist': '{artist}, wie gewünscht',
      'server.reason.language': 'Gesungen auf {language}',
      'server.note.languageSilent.source': { one: '{n} Stück', other: '{n} Stücke statt {languages}' },
      'settings.serverGone': 'Der Server antwortet nicht.',
      'server.problem.stale': 'Es wurde inzwischen geändert.',
      'server.live.seenTooSeldom': 'Dein Gesicht war zu selten zu sehen.',
      'server.advice.comeCloser': 'näher kommen',
      'server.advice.comeCloser.why': 'Das Gesicht ist zu klein.',
    };
    const message = words[key];
    return message === undefined ? null : format(message, values, 'de');
  },
};

const say = (code: string, values: Record<string, string | number | string[]>) =>
  sayRemark(german, { code, values }, 'as it was sent');

describe('sayRemark', () => {
  it('inEnglish_isTheSentenceThatWasSent', () => {
    const values = { mood: 'calm', wanted: 'sad' };
    expect(sayRemark(english(), { code: 'reason.far.held', values }, '?')).toBe(
      'Calm, some way from the sad mood you hold',
    );
  });

  it('moodAtTheStart_isTranslatedAndGetsItsCapitalLetter', () => {
    expect(say('reason.noMood', { mood: 'happy' })).toBe('Glücklich; um keine Stimmung wurde gebeten');
  });

  it('artistAtTheStart_keepsTheLettersOfTheName', () => {
    expect(say('reason.artist', { artist: 'k.d. lang' })).toBe('k.d. lang, wie gewünscht');
  });

  it('language_isNamedInTheLanguageOfThePage', () => {
    expect(say('reason.language', { language: 'es' })).toBe('Gesungen auf Spanisch');
    expect(say('reason.language', { language: 'not a code' })).toBe('Gesungen auf not a code');
  });

  it('languagesAndNumbers_areListedAndCounted', () => {
    const values = { languages: ['es', 'fr', 'hi'], source: 'demo' };
    expect(say('note.languageSilent.source', { ...values, n: 1200 })).toBe(
      '1.200 Stücke statt Spanisch, Französisch oder Hindi',
    );
    expect(say('note.languageSilent.source', { ...values, n: 1 })).toBe('1 Stück');
  });

  it.each([
    ['reason.ofANewerServer', {}],
    ['reason.language', {}],
  ])('unknownCodeOrMissingValue_isSaidAsItWasSent', (code, values) => {
    expect(say(code, values)).toBe('as it was sent');
  });
});

describe('reasonsOf and notesOf', () => {
  it('whetherItPlaysHere_isSaidOnlyWhereNothingElseIs', () => {
    const here = { code: 'reason.playsHere', values: {} };
    const mood = { code: 'reason.noMood', values: { mood: 'happy' } };
    const both = track('a', true, { reasons: ['Happy; …', 'You can hear it.'], why: [mood, here] });
    expect(reasonsOf(german, both)).toEqual(['Glücklich; um keine Stimmung wurde gebeten']);
    expect(reasonsOf(german, both, new Set([mood.code]))).toEqual([]);
    expect(reasonsOf(german, track('a', true, { reasons: ['You can hear it.'], why: [here] }))).toHaveLength(1);
  });

  it('sayWhatHasACodeAndKeepTheRest', () => {
    const why = [{ code: 'reason.noMood', values: { mood: 'happy' } }];
    expect(reasonsOf(german, track('a', true, { reasons: ['Happy; …', 'of old'], why }))).toEqual([
      'Glücklich; um keine Stimmung wurde gebeten',
      'of old',
    ]);
    expect(reasonsOf(german, track('a'))).toEqual([]);
    expect(notesOf(german, { notes: ['A note.'], remarks: [] } as unknown as Recommendations)).toEqual(['A note.']);
  });
});

describe('adviceOf', () => {
  it('translatesTheWordsOfTheContract', () => {
    const face = { advice: 'come closer', why: 'Too small.' };
    expect(adviceOf(german, face)).toEqual({ advice: 'näher kommen', why: 'Das Gesicht ist zu klein.' });
    expect(adviceOf(german, { advice: 'wave', why: 'Why not.' })).toEqual({ advice: 'wave', why: 'Why not.' });
    expect(adviceOf(german, { advice: null, why: null })).toBeNull();
  });
});

describe('problems', () => {
  const stale = new ApiProblem(412, 'urn:mooddeck:problem:stale', 'The playlist has version 3.');

  it('areSaidInTheLanguageOfThePage_inEnglishAsTheServerPutsIt', () => {
    expect(problemOf(german, stale)).toBe('Es wurde inzwischen geändert.');
    expect(problemOf(english(), stale)).toBe('The playlist has version 3.');
    expect(problemOf(german, new ApiProblem(418, 'about:blank', 'A teapot.'))).toBe('A teapot.');
    expect(problemOf(german, new Error('no code'))).toBe('no code');
    expect(problemOf(german, new ServerGone())).toBe('Der Server antwortet nicht.');
  });

  it('ofTheCamera_haveCodesOfTheirOwn', () => {
    const problem = { code: 'live.seenTooSeldom', detail: 'Seen too seldom.' };
    expect(liveProblemOf(german, problem)).toBe('Dein Gesicht war zu selten zu sehen.');
    expect(liveProblemOf(german, { detail: 'Of an older server.' })).toBe('Of an older server.');
  });
});

it('languageName_ofNoWords_isAWordOfThePage', () => {
  expect(languageName(german, 'zxx')).toBe('ohne Worte');
  expect(languageName(english(), 'ta')).toBe('Tamil');
});

it('isRemark_takesPlainDataOnly', () => {
  expect(isRemark({ code: 'a', values: { n: 1, artist: 'b', languages: ['es'] } })).toBe(true);
  for (const wrong of [null, 'a', { code: 'a' }, { code: 1, values: {} }, { code: 'a', values: { n: {} } }]) {
    expect(isRemark(wrong)).toBe(false);
  }
});
