import { number } from './dates.ts';
import type { Language } from './types.ts';

/** Counts things: "2 avis", the number tied to its word by a no-break space. */
export const plural =
  (language: Language, several: (n: number) => boolean) =>
  (n: number, one: string, more: string): string =>
    `${number(n, language)}\u00a0${several(n) ? more : one}`;

/** A sentence as it stands after a colon: its first letter small. */
export const uncapped = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
