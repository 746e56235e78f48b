import { vi } from 'vitest';
import type { Estimate, LiveReading } from '../api/types/live';
import { Deck } from '../deck/deck.svelte';
import { english } from './english';
import { FakeApi } from './fakeApi';
import { FakeAudio } from './fakeAudio';

export const sad: Estimate = {
  valence: -0.5,
  arousal: -0.3,
  dominance: 0,
  sigma: { valence: 0.1, arousal: 0.1, dominance: 0.1 },
  label: 'sad',
  confidence: 0.8,
};
export const glad: Estimate = { ...sad, valence: 0.6, arousal: 0.3, label: 'happy' };

/** A Deck that was started, with a server and a loudspeaker of its own; `look` shows it a face for a while. */
export async function deckRig() {
  const api = new FakeApi();
  const audio = new FakeAudio();
  const deck = new Deck(null, english(), api.asClient(), () => Date.now());
  deck.playback.attach(audio.asAudio(), 1);
  await deck.start();
  const look = async (estimate: Estimate, ms: number) => {
    const reading = { type: 'reading', faces: [], estimate } as unknown as LiveReading;
    for (let i = 0; i < ms; i += 100) {
      deck.camera['events'].onReading(reading);
      await vi.advanceTimersByTimeAsync(100);
    }
  };
  return { api, audio, deck, look };
}

/** Which track is on. */
export const playing = (deck: Deck) => deck.playback.current?.id ?? null;
