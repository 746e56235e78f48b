/** A tone as a WAV file, on the left for even numbers and on the right for odd ones, at full level from end to end. */
export function wav(number: number, seconds: number, sampleRate: number): Blob {
  const frames = Math.round(seconds * sampleRate);
  const file = new DataView(new ArrayBuffer(44 + frames * 4));
  const text = (at: number, value: string) => [...value].forEach((c, i) => file.setUint8(at + i, c.charCodeAt(0)));
  text(0, 'RIFF');
  file.setUint32(4, 36 + frames * 4, true);
  text(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 2, true);
  file.setUint32(24, sampleRate, true);
  file.setUint32(28, sampleRate * 4, true);
  file.setUint16(32, 4, true);
  file.setUint16(34, 16, true);
  text(36, 'data');
  file.setUint32(40, frames * 4, true);
  for (let i = 0; i < frames; i++) {
    // The first and the last sample are far from zero, so that both can be told from silence.
    const value = Math.round(12_000 * Math.cos((2 * Math.PI * 440 * i) / sampleRate));
    file.setInt16(44 + i * 4 + (number % 2) * 2, i === frames - 1 ? 12_000 : value, true);
  }
  return new Blob([file.buffer], { type: 'audio/wav' });
}
