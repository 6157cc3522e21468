// Where a cited passage stands in its sheet, and an answer as text to paste.
import { day } from './dates.ts';
import { speech } from './speech.svelte.ts';
import type { Answer, Section, Source, Statement } from './types.ts';

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** Which section holds a passage; -1 when the sheet says it no more. */
export function sectionOf(sections: Section[], passage: string): number {
  const wanted = plain(passage);
  if (!wanted) return -1;
  const whole = sections.findIndex((section) => plain(section.text) === wanted);
  return whole >= 0 ? whole : sections.findIndex(({ text }) => plain(text).includes(wanted));
}

/** A text cut around a part of it; the part is '' where the text does not hold it. */
export function around(text: string, part: string): [string, string, string] {
  const at = part ? text.indexOf(part) : -1;
  if (at < 0) return [text, '', ''];
  return [text.slice(0, at), part, text.slice(at + part.length)];
}

/** A sheet older than a year is shown with a word of caution. */
export function stale(date: string, now = Date.now()): boolean {
  return now - Date.parse(date) > 365 * 86_400_000;
}

/** A sheet's date, always with its year: what is pasted is read later. */
export const dated = (date: string): string => day(date, speech.language, new Date(0));

/** "Titre, fiche du 4 septembre 2020" */
export function named(source: Source): string {
  const when = dated(source.date);
  return when ? speech.words.ask.sheetOf(source.title, when) : source.title;
}

/** The answer with its sources, one after the other, as it goes on the clipboard. */
export function withSources(answer: Answer): string {
  return answer.answer.map(pasted).join('\n\n');
}

function pasted(statement: Statement): string {
  const cited = statement.sources.map((source) => `— ${reference(source)}`);
  const when =
    statement.case.length > 0 ? [`${statement.case.join(' › ')}${speech.words.ask.colon}`] : [];
  return [...when, statement.text, ...cited].join('\n');
}

const reference = (source: Source) => [named(source), source.url].filter(Boolean).join(', ');
