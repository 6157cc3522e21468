// Go counts code points, JavaScript UTF-16 units. Only this module converts.
import type { Personal, Point, Span } from './types.ts';

/** The UTF-16 index of a code point offset; past the end gives the length. */
export function toUtf16(text: string, offset: number): number {
  let index = 0;
  for (let left = offset; left > 0 && index < text.length; left--) {
    index += text.codePointAt(index)! > 0xffff ? 2 : 1;
  }
  return index;
}

/** The number of code points in a text. */
export function codePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; count++) {
    index += text.codePointAt(index)! > 0xffff ? 2 : 1;
  }
  return count;
}

/** A stretch of text with what marks it. */
export interface Piece<M> {
  text: string;
  marks: M[];
}

/** Cuts a text at every edge of its spans; each piece tells what covers it. */
export function cut<M extends Span>(text: string, spans: M[]): Piece<M>[] {
  const placed = spans
    .map((mark) => ({ mark, from: toUtf16(text, mark.start), to: toUtf16(text, mark.end) }))
    .filter(({ from, to }) => from < to);
  const edges = new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((to, i) => ({
    text: text.slice(sorted[i], to),
    marks: placed.filter((p) => p.from <= sorted[i]! && p.to >= to).map((p) => p.mark),
  }));
}

/** A piece of a review as it is shown. */
export interface ReviewPiece {
  text: string;
  point: boolean;
  /** Whether a search found it. */
  hit: boolean;
  personal: string;
  /** Numbers of the points that end with this piece. */
  ends: number[];
}

/** Lays the points, the personal data and a search's hits over a review's text. */
export function reviewPieces(
  text: string,
  points: Point[],
  personal: Personal[],
  hits: Span[] = [],
): ReviewPiece[] {
  const found = hits.map(({ start, end }) => ({ start, end, hit: true }));
  const spans: (Span & { number?: number; kind?: string; hit?: boolean })[] = [
    ...points,
    ...personal,
    ...found,
  ];
  let at = 0;
  return cut(text, spans).map((piece) => {
    at += piece.text.length;
    return {
      text: piece.text,
      point: piece.marks.some((m) => m.number !== undefined),
      hit: piece.marks.some((m) => m.hit),
      personal: piece.marks.find((m) => m.kind !== undefined)?.kind ?? '',
      ends: points
        .filter((p) => p.start < p.end && toUtf16(text, p.end) === at)
        .map((p) => p.number),
    };
  });
}
