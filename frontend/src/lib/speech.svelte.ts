// The language of the window, shared by every component.
import type { Language } from './types.ts';
import { wordsOf } from './words.ts';

class Speech {
  language = $state<Language>('fr');
  words = $derived(wordsOf(this.language));
}

export const speech = new Speech();
