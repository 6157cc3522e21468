import { number } from './dates.ts';
import type { Language } from './types.ts';

const rules: Record<Language, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
};

/** Picks the word for so many things: none are singular in French, plural in English. */
export const agreed =
  (language: Language) =>
  (n: number, one: string, more: string): string =>
    rules[language].select(n) === 'one' ? one : more;

/** Counts things: "2 avis", the number tied to its word by a no-break space. */
export const plural =
  (language: Language) =>
  (n: number, one: string, more: string): string =>
    `${number(n, language)}\u00a0${agreed(language)(n, one, more)}`;

/** A sentence as it stands after a colon: its first letter small. */
export const uncapped = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
