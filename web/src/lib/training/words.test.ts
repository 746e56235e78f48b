import { english } from '../testing/english';
import { describe, expect, it } from 'vitest';
import { training } from '../testing/trainings';
import { accuracyOf, architectureLine, nameAmong, resultText, sizeText, skipText, timeLeft, wilson } from './words';

const text = english();

describe('the words of a training', () => {
  it('resultText_ofMany_saysOnWhatItWasTrainedAndJudged', () => {
    const finished = training({ learned: 25_838, keptAside: 2871, bestEpoch: 2 });
    expect(resultText(text, finished)).toBe(
      'Trained on 25,838 pictures, right on 75% of the 2,871 pictures kept aside.',
    );
  });

  it('resultText_ofFew_saysHowLittleThatTells', () => {
    expect(resultText(text, training({ learned: 54, keptAside: 6, bestEpoch: 1 }))).toBe(
      'Trained on 54 pictures, right on 50% of the 6 pictures kept aside. So few tell little: on other pictures like these it may be anything from 19% to 81%.',
    );
  });

  it('skipText_ofAFolder_advisesWhatCanBeDoneHere', () => {
    const said =
      'the label "bored" of 40 pictures is no expression known here; map it with --label "bored=EXPRESSION", or leave it out with --label "bored="';
    expect(skipText(text, said)).toBe(
      'the label "bored" of 40 pictures is no expression known here; rename its folder, and choose the zip again',
    );
    expect(skipText(text, 'The file is empty.')).toBe('The file is empty.');
    expect(skipText(text, null)).toBe('it could not be read');
  });

  it('resultText_countsUnknown_claimsNoCounts', () => {
    expect(resultText(text, training({ learned: null, keptAside: null }))).toBe(
      'Trained, right on 75% of the pictures kept aside.',
    );
  });

  it('resultText_noneKeptAside_claimsNothing', () => {
    const blind = training({ learned: 60, keptAside: 0, history: [] });
    expect(resultText(text, blind)).toBe(
      'Trained on 60 pictures; none were kept aside, so how often it is right is not known.',
    );
  });

  it('accuracyOf_prefersTheHeadThatFacesAreReadWith', () => {
    const epoch = { epoch: 1, loss: 1, seconds: 1 };
    expect(accuracyOf({ ...epoch, figures: { fer2013: 0.5, ferplus: 0.7 } })).toBe(0.7);
    expect(accuracyOf({ ...epoch, figures: { fer2013: 0.5 } })).toBe(0.5);
    expect(accuracyOf({ ...epoch, figures: { loss: 3 } })).toBeNull();
    expect(accuracyOf({ ...epoch, figures: { ferplus: null } })).toBeNull();
    expect(accuracyOf({ ...epoch, figures: null })).toBeNull();
  });

  it.each([
    [null, ''],
    [-1, ''],
    [4, 'a few seconds'],
    [48, '50 seconds'],
    [812, '14 minutes'],
    [5400, '1.5 hours'],
    [90_000, '25 hours'],
  ])('timeLeft_of_%s_is_%s', (seconds, said) => expect(timeLeft(text, seconds)).toBe(said));

  it.each([
    [900, '1 kB'],
    [340_000, '340 kB'],
    [2_500_000, '2.5 MB'],
    [61_000_000, '61 MB'],
  ])('sizeText_of_%s_is_%s', (bytes, said) => expect(sizeText(text, bytes)).toBe(said));

  it('wilson_staysWithinBounds', () => {
    expect(wilson(1, 10)[1]).toBe(1);
    expect(wilson(0, 10)[0]).toBe(0);
    expect(wilson(0.5, 100)[0]).toBeCloseTo(0.404, 3);
  });

  it('nameAmong_sameNames_tellsThemApartByTime', () => {
    const [one, other] = [training(), training({ id: '2', createdAt: '2026-02-01T08:30:00Z' })];
    expect(nameAmong(text, [one], one)).toBe('faces.zip');
    expect(nameAmong(text, [one, other], one)).toMatch(/^faces\.zip, .*31/);
    expect(nameAmong(text, [one, other], one)).not.toBe(nameAmong(text, [one, other], other));
  });

  it('architectureLine_ofAnUnknownOne_isEmpty', () => {
    expect(architectureLine(text, 'moodnet')).not.toBe('');
    expect(architectureLine(text, 'lenet')).toBe('');
  });
});
