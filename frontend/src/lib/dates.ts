// Dates, delays and numbers as an agent reads them.
import type { Language } from './types.ts';

const NBSP = '\u00a0';

/** "10 h 42", "10:42"; "" for no time. */
export function clock(time: string, language: Language): string {
  const at = parse(time);
  if (!at) return '';
  const minutes = String(at.getMinutes()).padStart(2, '0');
  return language === 'fr'
    ? `${at.getHours()}${NBSP}h${NBSP}${minutes}`
    : `${at.getHours()}:${minutes}`;
}

/** "4 septembre", with the year when it is not this one; "" for no date. */
export function day(time: string, language: Language, now = new Date()): string {
  const at = parse(time);
  if (!at) return '';
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  const shape: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  if (year) shape.year = year;
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', shape).format(at);
}

/** A date without a time is a day here, not midnight in Greenwich. */
function parse(time: string): Date | null {
  if (!time) return null;
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(time) ? `${time}T12:00:00` : time);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** "1 234,5" as the language writes it. */
export function number(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: digits,
  }).format(value);
}

/** A share from 0 to 1 as a percentage. */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** How many sentences a text holds. */
export function sentences(text: string, language: Language): number {
  const cutter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...cutter.segment(text)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
}
