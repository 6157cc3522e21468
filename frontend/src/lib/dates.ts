// Dates, delays and numbers as an agent reads them. What happened here is told by
// this workstation's clock; a day of a review by that of Paris, which its platform
// and its deadline keep, wherever in the world the workstation stands.
import type { Language } from './types.ts';

const NBSP = '\u00a0';
const PARIS = 'Europe/Paris';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

// A format is large, and lies outside the memory that the page sweeps: made anew
// for each date and number, they pile up over a day of reviews.
const made = new Map<string, unknown>();

function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

const dates = (locale: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once(`${locale} ${JSON.stringify(shape)}`, () => new Intl.DateTimeFormat(locale, shape));

const numbers = (language: Language, shape: Intl.NumberFormatOptions): Intl.NumberFormat =>
  once(
    `${language} ${JSON.stringify(shape)}`,
    () => new Intl.NumberFormat(locales[language], shape),
  );

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
export const day = (time: string, language: Language, now = new Date()): string =>
  dayBy(undefined, time, language, now);

/** The same for a day of a review: written, due, put off until. */
export const reviewDay = (time: string, language: Language, now = new Date()): string =>
  dayBy(PARIS, time, language, now);

function dayBy(zone: string | undefined, time: string, language: Language, now: Date): string {
  const year = date(now, zone).slice(0, 4);
  const at = parse(time);
  const another = at && !date(at, zoneOf(time, zone)).startsWith(year);
  const shape: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  return shaped(time, language, another ? { ...shape, year: 'numeric' } : shape, zone);
}

/** Today as 2006-01-02; where Paris is already a day further, its day. */
export function today(now = new Date()): string {
  const [here, paris] = [date(now), date(now, PARIS)];
  return here > paris ? here : paris;
}

/** A moment's day as 2006-01-02: Swedes write it so. */
const date = (at: Date, timeZone?: string): string =>
  dates('sv-SE', timeZone ? { timeZone } : {}).format(at);

/** "mardi 4 septembre 2026"; "" for no date. */
export const longDay = (time: string, language: Language): string =>
  shaped(time, language, { dateStyle: 'full' });

/** "4 sept.", or whole "4 septembre 2026". */
export function shortDay(time: string, language: Language, whole = false): string {
  return shaped(time, language, {
    day: 'numeric',
    month: whole ? 'long' : 'short',
    ...(whole && { year: 'numeric' }),
  });
}

/** "sept. 26", or whole "septembre 2026". */
export function shortMonth(time: string, language: Language, whole = false): string {
  return shaped(time, language, {
    month: whole ? 'long' : 'short',
    year: whole ? 'numeric' : '2-digit',
  });
}

function shaped(
  time: string,
  language: Language,
  shape: Intl.DateTimeFormatOptions,
  zone?: string,
): string {
  const at = parse(time);
  const timeZone = zoneOf(time, zone);
  const whole = timeZone ? { ...shape, timeZone } : shape;
  return at ? first(dates(locales[language], whole).formatToParts(at), language) : '';
}

/** The first of a month is "1er" in French, which no format of the browser says. */
const first = (parts: Intl.DateTimeFormatPart[], language: Language): string =>
  parts
    .map(({ type, value }) =>
      language === 'fr' && type === 'day' && value === '1' ? '1er' : value,
    )
    .join('');

/** A date without a time is read in Greenwich, and told there: the same day everywhere. */
const zoneOf = (time: string, zone?: string): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(time) ? 'UTC' : zone;

function parse(time: string): Date | null {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** "1 234,5" as the language writes it. */
export function number(value: number, language: Language, digits = 0): string {
  return numbers(language, { maximumFractionDigits: digits }).format(value);
}

/** A share from 0 to 1 as a percentage. */
export function percent(share: number, language: Language): string {
  return numbers(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** How many sentences a text holds. */
export function sentences(text: string, language: Language): number {
  const cutter = once(
    `sentences ${language}`,
    () => new Intl.Segmenter(language, { granularity: 'sentence' }),
  );
  return [...cutter.segment(text)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
}
