import { expect, it } from 'vitest';
import { qrPath, qrSide } from './qrPath';

it('draws each run of dark squares once, behind the quiet zone', () => {
  expect(qrPath({ rows: ['1101', '0000', '0011'] })).toBe('M4 4h2v1h-2zM7 4h1v1h-1zM6 6h2v1h-2z');
});

it('leaves four squares free on every side', () => {
  expect(qrSide({ size: 33 })).toBe(41);
});
