import { english } from '../testing/english';
import { describe, expect, it } from 'vitest';
import type { StoredCorrection } from '../api/types/listeners';
import { correctionsText, neutralText } from './ownFaceText';

const text = english();
const at = '2026-03-04T12:00:00Z';
const stamp = { at, numbers: 264, model: 'm', inUse: true };
const corrected = (label: StoredCorrection['label'], inUse = true): StoredCorrection => ({
  ...stamp,
  id: 1,
  label,
  said: 'anger',
  inUse,
});

describe('what is stored of a face', () => {
  it('neutralText_none_anotherModels_andThisOnes', () => {
    expect(neutralText(text, [])).toBe('How your face looks at rest is not known.');
    expect(neutralText(text, [{ ...stamp, readings: 90, inUse: false }])).toContain('no effect');
    expect(neutralText(text, [{ ...stamp, readings: 90 }])).toBe(
      'Your face at rest: 264 numbers of 90 readings, Mar 4, 2026.',
    );
  });

  it('correctionsText_counts_byWord', () => {
    expect(correctionsText(text, [])).toBe('No corrections.');
    expect(correctionsText(text, [corrected('sadness')])).toBe('1 correction: sad 1.');
    expect(correctionsText(text, [corrected('sadness'), corrected('neutral'), corrected('sadness', false)])).toBe(
      '3 corrections: neutral 1 sad 2. 1 of another model has no effect with this one.',
    );
  });
});
