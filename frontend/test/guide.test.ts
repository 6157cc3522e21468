import { describe, expect, it } from 'vitest';
import { find, guide, page, picture, pieces, slug, target } from '../src/lib/guide.ts';
import type { Token } from 'marked';

const small = [
  page(
    'README.md',
    '# Guide\n\nBonjour.\n\n## Les **pièces** jointes\n\n- [suite](autre.md#l-ete)\n',
  ),
  page('autre.md', '# Autre\n\n## L été\n\nUn `code` <b>gras</b> & [site](https://exemple.fr).\n'),
];

describe('a page', () => {
  it('is cut at its headings', () => {
    expect(small[0]!.sections.map(({ title, depth }) => [title, depth])).toEqual([
      ['Guide', 1],
      ['Les pièces jointes', 2],
    ]);
  });

  it('is found by any of its words, without accents or capitals', () => {
    const titles = (sought: string) => find(sought, small).map(({ title }) => title);
    expect(titles('PIECES')).toEqual(['Les pièces jointes']);
    expect(titles('gras ete')).toEqual(['L été']);
    expect(titles('exemple.fr')).toEqual([]);
    expect(titles('rien de tel')).toEqual([]);
  });
});

describe('a link', () => {
  it('leads to a section of the guide, or nowhere', () => {
    expect(target('autre.md#l-ete', 'README.md', small)?.title).toBe('L été');
    expect(target('autre.md#l-%C3%A9t%C3%A9', 'README.md', small)?.title).toBe('L été');
    expect(target('autre.md', 'README.md', small)?.title).toBe('Autre');
    expect(target('#les-pièces-jointes', 'README.md', small)?.title).toBe('Les pièces jointes');
    for (const href of ['https://exemple.fr', 'javascript:alert(1)', '../README.md', 'autre.md#x'])
      expect(target(href, 'README.md', small), href).toBeNull();
  });

  it('is named as forges name headings', () => {
    expect(slug('Dire au modèle comment l’on écrit ?')).toBe('dire-au-modele-comment-lon-ecrit');
  });
});

describe('pieces', () => {
  it('mark what was sought and lose nothing', () => {
    const text = 'Été comme été, l’œuvre (a+b).';
    for (const sought of ['ete', 'l’oe', 'a+b', 'comme ETE', '']) {
      const cut = pieces(text, sought);
      expect(cut.map(({ text }) => text).join('')).toBe(text);
    }
    expect(pieces(text, 'ete').filter(({ hit }) => hit)).toHaveLength(2);
    expect(pieces(text, 'a+b').find(({ hit }) => hit)?.text).toBe('a+b');
  });
});

const all = (tokens: Token[]): Token[] =>
  tokens.flatMap((token) => [
    token,
    ...all(('items' in token && (token.items as Token[])) || []),
    ...all(('tokens' in token && token.tokens) || []),
  ]);

describe('the guide itself', () => {
  const tokens = guide.flatMap(({ name, sections }) =>
    sections.flatMap((section) => all(section.tokens).map((token) => ({ name, token }))),
  );

  it('begins with its first page', () => {
    expect(guide[0]?.name).toBe('README.md');
    expect(guide[0]?.title).toBe('Guide de l’agent');
  });

  it('has no link that leads nowhere in it', () => {
    const dead = tokens.filter(
      ({ name, token }) =>
        token.type === 'link' && !/^https?:/.test(token.href) && !target(token.href, name),
    );
    expect(dead.map(({ token }) => token.raw)).toEqual([]);
  });

  it('has every picture in the binary, with words for it', () => {
    const shown = tokens.filter(({ token }) => token.type === 'image').map(({ token }) => token);
    for (const token of shown) {
      expect('href' in token && picture(token.href), token.raw).toBeTruthy();
      expect('text' in token && token.text, token.raw).toMatch(/.{15}/);
    }
  });

  it('names no two headings of a page alike', () => {
    for (const { name, sections } of guide) {
      const ids = sections.map(({ id }) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });

  it('holds no HTML of its own', () => {
    expect(
      tokens.filter(({ token }) => token.type === 'html').map(({ token }) => token.raw),
    ).toEqual([]);
  });
});
