// Sizes, durations and large counts as an agent reads them.
import { number } from './dates.ts';
import type { Language } from './types.ts';

const NBSP = '\u00a0';

const sizeUnits: Record<Language, [kilo: string, mega: string, giga: string]> = {
  fr: ['ko', 'Mo', 'Go'],
  en: ['kB', 'MB', 'GB'],
};

/** "669 Mo", "1.9 GB": decimal units, as sticks and disks are sold. */
export function size(bytes: number, language: Language): string {
  const [kilo, mega, giga] = sizeUnits[language];
  if (bytes >= 999.5e6) return short(bytes / 1e9, giga, language);
  if (bytes >= 999.5e3) return short(bytes / 1e6, mega, language);
  return short(bytes / 1e3, kilo, language);
}

/** "1,1 Md", "135 M": how many parameters a model has. */
export function parameters(count: number, language: Language): string {
  const [million, billion] = language === 'fr' ? ['M', 'Md'] : ['M', 'B'];
  return count >= 999.5e6
    ? short(count / 1e9, billion!, language)
    : short(count / 1e6, million!, language);
}

// One decimal below ten, where it still tells something.
function short(value: number, unit: string, language: Language): string {
  return `${number(value, language, value < 10 ? 1 : 0)}${NBSP}${unit}`;
}

/** "0,4 s", "45 s", "12 min", "2 h 05": seconds as one looks at them. */
export function lasting(seconds: number, language: Language): string {
  if (seconds < 89.5) return short(seconds, 's', language);
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes}${NBSP}min`;
  const rest = String(minutes % 60).padStart(2, '0');
  return `${Math.floor(minutes / 60)}${NBSP}h${NBSP}${rest}`;
}
