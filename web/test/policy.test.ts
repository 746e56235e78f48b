import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policy } from '../dev/policy';

it('policyOfThePreview_isThatOfTheServer', () => {
  const headers = readFileSync(
    new URL('../../src/MoodDeck.Server/Security/SecurityHeaders.cs', import.meta.url),
    'utf8',
  );
  const [, written = ''] = /Policy =\s*("[^;]*;.*?");\r?\n/s.exec(headers) ?? [];
  expect(written.replace(/"\s*\+\s*"/g, '').replace(/^"|"$/g, '')).toBe(policy);
});
