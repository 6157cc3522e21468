// The French dictionary: which words it has, and what it would have written.
import nspell from 'nspell';
import { known, others } from './french.ts';

/** A dictionary that was read. */
export interface Dictionary {
  has(word: string): boolean;
  others(word: string): string[];
}

/**
 * Reads a Hunspell dictionary. Its prefixes are elisions alone (l’, d’, qu’)
 * and are left out: they are taken off a word before it is looked up. Kept,
 * they would make seven times as many words.
 */
export function dictionaryOf(affixes: string, stems: string): Dictionary {
  const suffixes = affixes.split('\n').filter((line) => !line.startsWith('PFX'));
  const read = nspell(suffixes.join('\n'), stems);
  const has = (word: string) => read.correct(word);
  const suggest = (word: string) => read.suggest(word);
  return { has: (word) => known(word, has), others: (word) => others(word, suggest) };
}
