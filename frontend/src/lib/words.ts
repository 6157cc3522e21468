// Words in the agent's language; French until the application says otherwise.
import type { Language } from './types.ts';
import { en } from './words.en.ts';
import { fr, type Words } from './words.fr.ts';

export type { Words };

const tables: Record<Language, Words> = { fr, en };

/** The table of a language. */
export const wordsOf = (language: Language): Words => tables[language] ?? fr;
