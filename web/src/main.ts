import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/materials.css';
import './styles/slide.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { Deck } from './lib/deck/deck.svelte';

/** Storage may be closed to us (private windows, blocked cookies); then nothing is remembered. */
function openStore(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const deck = new Deck(openStore());
const target = document.getElementById('deck');
if (target) mount(App, { target, props: { deck } });
void deck.start();
