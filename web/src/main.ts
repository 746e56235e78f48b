import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/materials.css';
import './styles/slide.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { Deck } from './lib/deck/deck.svelte';
import { Text } from './lib/i18n/text.svelte';
import { wantedLocale } from './lib/settings/language.svelte';
import { loadSettings, openStore } from './lib/settings/settings';

const store = openStore();
const text = await Text.in(wantedLocale(loadSettings(store).locale, navigator.languages));
const deck = new Deck(store, text);
deck.install.watch(window);
const target = document.getElementById('deck');
if (target) mount(App, { target, props: { deck } });
void deck.start();
