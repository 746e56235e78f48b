import { describe, expect, it } from 'vitest';
import en from '../i18n/messages/en.json';
import { Text } from '../i18n/text.svelte';
import { signed, songText } from './words';

describe('words of the journal', () => {
  it('keep the sign before its figure, also in a line that runs from the right', () => {
    expect(signed(new Text(en), 0.35)).toBe('\u2066+0.35\u2069');
    expect(signed(new Text(en, 'ar'), -0.35)).toMatch(/^\u2066\u200e?−0.35\u2069$/);
    expect(signed(new Text(en), 0)).toContain('0.00');
  });

  it('let a song keep the direction of its names', () => {
    const song = songText(new Text(en), { title: 'سنة حلوة', artist: 'Kettle' });
    expect(song).toMatch(/\u2068سنة حلوة\u2069.*\u2068Kettle\u2069/);
  });
});
