import '@fontsource-variable/atkinson-hyperlegible-next';
import './styles/theme.css';
import './styles/base.css';
import './styles/inset.css';
import './styles/lists.css';
import './styles/sheet.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { backend } from './lib/backend.ts';
import { Desk } from './lib/desk.svelte.ts';
import { lastResort } from './lib/lastresort.ts';

const desk = new Desk(backend);
lastResort(desk.messages);
// The look is known before any text is painted; a profile that cannot be read
// says so once the window stands.
await desk.preferences.read().catch(() => {});
mount(App, { target: document.getElementById('app')!, props: { desk } });
