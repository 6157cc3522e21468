// What nothing else caught is shown as a sentence, never as a blank page.
import type { Messages } from './messages.svelte.ts';
import { speech } from './speech.svelte.ts';

/** Listens for errors that nothing handled; a window left blank says so itself. */
export function lastResort(messages: Messages): void {
  const show = (event: Event) => {
    if (harmless(event)) return;
    const { message, hint } = speech.words.crash;
    messages.fail({ code: 'window', message, hint });
    const page = document.getElementById('app');
    if (page && !page.hasChildNodes()) page.textContent = `${message} ${hint}`;
  };
  window.addEventListener('error', show);
  window.addEventListener('unhandledrejection', show);
}

// Browsers report a layout that took two rounds as an error; nothing is wrong.
function harmless(event: Event): boolean {
  return event instanceof ErrorEvent && event.message.startsWith('ResizeObserver loop');
}
