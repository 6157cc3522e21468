// French words in a text: which of them a dictionary is asked about, and how a
// word with an apostrophe or a hyphen is looked up.

/** A word of a text, in UTF-16. */
export interface Word {
  from: number;
  to: number;
  word: string;
}

// Nobody's spelling: addresses, links, and places that still wait for words.
const foreign = [
  /\[[^\]\n]*\]/gu,
  /\{[^}\n]*\}/gu,
  /<[^>\n]*>/gu,
  /\S+@\S+/gu,
  /(?:https?:\/\/|www\.)\S+/giu,
  /(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:fr|com|org|net|eu|gouv|re|gp|mq|nc|pf)(?![\p{L}])\S*/giu,
];

const blanked = (text: string) =>
  foreign.reduce((left, shape) => left.replace(shape, (found) => ' '.repeat(found.length)), text);

const shape = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*['’]?/gu;

/** The words of a text that a dictionary is asked about. */
export function words(text: string): Word[] {
  const plain = blanked(text);
  const found = [...plain.matchAll(shape)].map(({ index, 0: word }) => placed(index, word));
  return found.filter((word) => asked(word, plain));
}

// "l'" before a number or a quotation is no word of its own.
function placed(from: number, found: string): Word {
  const word = found.replace(/['’]$/u, '');
  return { from, to: from + word.length, word };
}

const sentenceStart = /(?:^|[.!?…:»\n•–—-])[\s«“"]*$/u;

// Numbers, abbreviations in capitals and names are not spelled wrong: a capital
// that opens no sentence is a name.
function asked({ from, word }: Word, text: string): boolean {
  if (/\p{N}/u.test(word) || [...word].length < 2) return false;
  const own = bare(word);
  if (own === own.toLocaleUpperCase('fr')) return false;
  if (!/^\p{Lu}/u.test(own)) return true;
  return own === word && sentenceStart.test(text.slice(Math.max(0, from - 8), from));
}

const elided = /^([ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’](.+)$/iu;

/** A word without what is elided before it: "accueil" of "l’accueil". */
export const bare = (word: string): string => word.replace(elided, '$2');

/** Whether a dictionary has a word, as a whole or by its parts. */
export function known(word: string, has: (word: string) => boolean): boolean {
  const plain = word.replaceAll('’', "'").normalize('NFC');
  if (has(plain)) return true;
  const rest = elided.exec(plain)?.[2];
  if (rest) return known(rest, has);
  const parts = plain.split('-');
  return parts.length > 1 && parts.every((part) => part === 't' || known(part, has));
}

/** Other spellings of a word, with the apostrophe it was written with. */
export function others(word: string, suggest: (word: string) => string[]): string[] {
  const [, lead = '', rest = word] = elided.exec(word) ?? [];
  const mark = word.slice(lead.length, word.length - rest.length);
  const curly = (text: string) => text.replaceAll("'", '’');
  return suggest(rest.replaceAll('’', "'").normalize('NFC'))
    .slice(0, 5)
    .map((found) => lead + mark + curly(found));
}

/** Whether so many words are unknown that the text is hardly French. */
export function strange(asked: number, unknown: number): boolean {
  return asked >= 6 && unknown > asked * 0.4;
}
