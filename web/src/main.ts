import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/materials.css';
import './styles/slide.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { Deck } from './lib/deck/deck.svelte';
import { openStore } from './lib/settings/settings';

const deck = new Deck(openStore());
const target = document.getElementById('deck');
if (target) mount(App, { target, props: { deck } });
void deck.start();
