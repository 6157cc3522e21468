// What changed from one text to another, word by word.
import { diffWordsWithSpace } from 'diff';

/** A piece of the two texts laid over each other. */
export interface Piece {
  text: string;
  change: 'same' | 'added' | 'removed';
}

const cutter = new Intl.Segmenter('fr', { granularity: 'word' });

/** Lays a text over an earlier one. */
export function changed(before: string, after: string): Piece[] {
  const parts = diffWordsWithSpace(before, after, { intlSegmenter: cutter });
  const pieces = parts.map(({ value, added, removed }): Piece => {
    return { text: value, change: added ? 'added' : removed ? 'removed' : 'same' };
  });
  return gathered(pieces);
}

// A space between two changes is no common ground: it goes with both.
function gathered(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed) out.push({ text: removed, change: 'removed' });
    if (added) out.push({ text: added, change: 'added' });
    removed = added = '';
  };
  pieces.forEach(({ text, change }, i) => {
    const between = change === 'same' && /^[^\S\n]+$/u.test(text);
    const inside = between && (removed || added) && i < pieces.length - 1;
    if (change !== 'added' && (change === 'removed' || inside)) removed += text;
    if (change !== 'removed' && (change === 'added' || inside)) added += text;
    if (change !== 'same' || inside) return;
    close();
    out.push({ text, change });
  });
  close();
  return out;
}

/** The pieces of one of the two texts alone. */
export const only = (pieces: Piece[], side: 'added' | 'removed'): Piece[] =>
  pieces.filter(({ change }) => change === 'same' || change === side);

/** How many stretches were put in and taken out. */
export function counted(pieces: Piece[]): { added: number; removed: number } {
  const count = (wanted: Piece['change']) => pieces.filter((p) => p.change === wanted).length;
  return { added: count('added'), removed: count('removed') };
}
