// Which sentence of a reply stands on which sheet: it names it, links to it, or
// says it in its words.
import type { Source } from '../types.ts';

/** The end of a sentence, and the numbers of the sources it uses. */
export interface Cited {
  from: number;
  at: number;
  numbers: number[];
}

const cutter = new Intl.Segmenter('fr', { granularity: 'sentence' });
const plain = (text: string) => text.replaceAll('’', "'").replace(/\s+/gu, ' ').toLowerCase();
const telling = (text: string) => new Set(plain(text).match(/[\p{L}\p{N}]{5,}/gu) ?? []);

/** The sentences that use a source; sources count from 1. */
export function citedIn(text: string, sources: Source[]): Cited[] {
  const known = sources.map((source) => ({ source, words: telling(source.passage) }));
  const found = [...cutter.segment(text)].map(({ segment, index }) => ({
    from: index,
    at: index + segment.trimEnd().length,
    numbers: known.flatMap((each, i) => (uses(segment, each) ? [i + 1] : [])),
  }));
  return found.filter(({ numbers }) => numbers.length > 0);
}

// A short title may be plain words: it counts between quotation marks.
const named = (said: string, title: string) =>
  said.includes(title.split(' ').length > 2 ? title : `« ${title}`);

function uses(
  sentence: string,
  { source, words }: { source: Source; words: Set<string> },
): boolean {
  const said = plain(sentence);
  if (source.url && said.includes(source.url.toLowerCase())) return true;
  if (source.title && named(said, plain(source.title))) return true;
  const own = [...telling(sentence)];
  const shared = own.filter((word) => words.has(word)).length;
  return shared >= 4 && shared >= own.length * 0.6;
}
