// The guide: the Markdown of docs/guide, in the binary with its pictures. It is
// read into tokens and drawn by components, never as HTML of its own: nothing
// in a page can run, and nothing points outside.
import { marked, type Token, type Tokens } from 'marked';
import { holds, plain, wordsOf } from './plain.ts';

export interface Section {
  /** Its page and its place in it, as links name it. */
  page: string;
  id: string;
  title: string;
  /** 1 for the title of a page, 2 for a part of it. */
  depth: number;
  tokens: Token[];
  /** All its words, to search. */
  text: string;
}

export interface Page {
  name: string;
  title: string;
  sections: Section[];
}

const texts = import.meta.glob<string>('../../../docs/guide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../../../docs/guide/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const FIRST = 'README.md';
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Every page, the first one first. */
export const guide: Page[] = Object.entries(texts)
  .map(([path, text]) => page(nameOf(path), text))
  .sort((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST) || order(a, b));

function order(a: Page, b: Page): number {
  return a.title.localeCompare(b.title, 'fr');
}

/** Reads one page. */
export function page(name: string, text: string): Page {
  const sections: Section[] = [];
  for (const token of marked.lexer(text)) {
    if (token.type === 'heading' && token.depth <= 2) {
      const title = wordsIn([token]);
      const { depth } = token as Tokens.Heading;
      sections.push({ page: name, id: slug(title), title, depth, tokens: [], text: title });
    } else if (sections.length > 0) {
      const last = sections.at(-1)!;
      last.tokens.push(token);
      last.text += ` ${wordsIn([token])}`;
    }
  }
  return { name, title: sections[0]?.title ?? name, sections };
}

// The words that are read; the address of a link is not one of them.
function wordsIn(tokens: Token[]): string {
  return tokens
    .map((token) => {
      const inner = childrenOf(token);
      return inner.length > 0 ? wordsIn(inner) : 'text' in token ? String(token.text) : '';
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function childrenOf(token: Token): Token[] {
  if (token.type === 'list') return (token as Tokens.List).items;
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].flat().flatMap((cell) => cell.tokens);
  }
  return ('tokens' in token && token.tokens) || [];
}

/** How a heading is named in links; accents may be written or not. */
export function slug(title: string): string {
  const bare = plain(title).replace(/[^\p{L}\p{N}\s-]/gu, '');
  return bare.trim().replace(/\s/g, '-');
}

/** The sections that hold every word sought, in the order of the guide. */
export const find = (sought: string, pages: Page[] = guide): Section[] =>
  pages.flatMap(({ sections }) => sections).filter(({ text }) => holds(text, sought));

/** Where a link leads: a section of the guide, or null for anywhere else. */
export function target(href: string, from: string, pages: Page[] = guide): Section | null {
  const [file = '', anchor = ''] = href.split('#');
  const to = pages.find(({ name }) => name === (file || from));
  const wanted = slug(decodeURIComponent(anchor));
  return to?.sections.find(({ id }) => !anchor || id === wanted) ?? null;
}

/** The picture of that name, in the binary; undefined for any other. */
export const picture = (href: string): string | undefined =>
  Object.entries(pictures).find(([path]) => path.endsWith(`/guide/${href}`))?.[1];

/** A piece of text, marked where it is what was sought. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Cuts a text at the words sought. */
export function pieces(text: string, sought: string): Piece[] {
  const words = wordsOf(sought).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text, hit: false }];
  const out: Piece[] = [];
  let at = 0;
  for (const found of plain(text).matchAll(new RegExp(words.join('|'), 'g'))) {
    out.push({ text: text.slice(at, found.index), hit: false });
    at = found.index + found[0].length;
    out.push({ text: text.slice(found.index, at), hit: true });
  }
  out.push({ text: text.slice(at), hit: false });
  return out.filter((piece) => piece.text !== '');
}
