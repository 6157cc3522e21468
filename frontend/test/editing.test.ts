// The classes of writing a reply, each by itself.
import { describe, expect, it } from 'vitest';
import { citedIn } from '../src/lib/editing/cited.ts';
import { changed, counted, only } from '../src/lib/editing/changed.ts';
import { Insertion, type Ready } from '../src/lib/editing/insertion.svelte.ts';
import { difference } from '../src/lib/editing/surface.ts';
import type { Source } from '../src/lib/types.ts';

const told = (before: string, after: string) =>
  changed(before, after).map(
    ({ text, change }) => ({ same: '', added: '+', removed: '-' })[change] + text,
  );
const joined = (before: string, after: string, side: 'added' | 'removed') =>
  only(changed(before, after), side)
    .map(({ text }) => text)
    .join('');

describe('what changed', () => {
  it.each([
    ['Merci.', 'Merci.', ['Merci.']],
    [
      'Nous lisons votre avis.',
      'Nous lisons bien votre avis.',
      ['Nous lisons ', '+bien ', 'votre avis.'],
    ],
    [
      'Nous regrettons cela.',
      'Nous déplorons cela.',
      ['Nous ', '-regrettons', '+déplorons', ' cela.'],
    ],
    ['un deux fin', 'trois quatre fin', ['-un deux', '+trois quatre', ' fin']],
    ['', 'Neuf', ['+Neuf']],
    ['Vieux', '', ['-Vieux']],
  ])('from %j to %j', (before, after, pieces) => {
    expect(told(before, after)).toEqual(pieces);
  });

  it.each([
    [
      'Bonjour,\n\nL’accueil est fermé.\n\nMerci',
      'Bonjour,\n\nL’accueil ouvre à 9\u00a0h\u202f!\n\nMerci 😀',
    ],
    ['a b c d e f', 'f e d c b a'],
    ['  espaces  doubles ', 'espaces doubles'],
    ['Un.\nDeux.', 'Un. Deux.'],
  ])('loses no character of either text: %j', (before, after) => {
    expect(joined(before, after, 'removed')).toBe(before);
    expect(joined(before, after, 'added')).toBe(after);
  });

  it('is counted by stretches', () => {
    expect(counted(changed('un deux trois', 'un 2 trois quatre'))).toEqual({
      added: 2,
      removed: 1,
    });
  });
});

describe('the one change between two texts', () => {
  it.each([
    ['', 'a'],
    ['aa', 'a'],
    ['aba', 'ababa'],
    ['Nous', 'Nous avons'],
    ['le 01.', 'le 02.'],
    ['😀', '😁'],
  ])('%j to %j', (now, next) => {
    const { from, to, insert } = difference(now, next);
    expect(now.slice(0, from) + insert + now.slice(to)).toBe(next);
  });

  it('touches nothing else', () => {
    expect(difference('Appelez le 01.', 'Appelez le 02.')).toEqual({
      from: 12,
      to: 13,
      insert: '2',
    });
  });
});

describe('ready words', () => {
  const ready = (text: string, from = ''): Ready => ({
    group: from ? 'sheets' : 'phrases',
    text,
    from,
  });
  const all = [
    ready('Nous restons à l’écoute.'),
    ready('Écrivez-nous.'),
    ready('Le délai est de deux mois.', 'Carte d’identité'),
  ];
  const shown = () => {
    const insertion = new Insertion();
    insertion.show(all);
    return insertion;
  };

  it('are found by every word typed, without accents', () => {
    const insertion = shown();
    insertion.filter('ecri');
    expect(insertion.offered).toEqual([all[1]]);
    insertion.filter('identite delai');
    expect(insertion.offered).toEqual([all[2]]);
    insertion.filter('nulle part');
    expect(insertion.offered).toEqual([]);
  });

  it('are gone round with the arrows, from the first again after typing', () => {
    const insertion = shown();
    insertion.move(-1);
    expect(insertion.chosen).toBe(2);
    insertion.move(1);
    expect(insertion.chosen).toBe(0);
    insertion.move(1);
    insertion.filter('e');
    expect(insertion.chosen).toBe(0);
    insertion.filter('nulle part');
    insertion.move(1);
    expect(insertion.chosen).toBe(0);
  });
});

describe('the sources of a sentence', () => {
  const source = (title: string, passage: string): Source => {
    return {
      sheet: 'F1',
      kind: 'particuliers',
      title,
      url: `https://a.fr/${title}`,
      date: '',
      passage,
    };
  };
  const sources = [
    source(
      'Passeport',
      'Le passeport se retire au guichet dans un délai de trois mois après la demande.',
    ),
    source('Carte grise', 'La carte grise arrive par courrier.'),
  ];
  const cited = (text: string) =>
    citedIn(text, sources).map(({ from, at, numbers }) => [text.slice(from, at), numbers]);

  it('are those it names, links to, or says in their words', () => {
    expect(cited('Merci. Voyez la fiche «\u00a0Carte grise\u00a0». À bientôt.')).toEqual([
      ['Voyez la fiche «\u00a0Carte grise\u00a0».', [2]],
    ]);
    expect(cited('Tout est sur https://a.fr/Passeport et c’est à jour.')).toHaveLength(1);
    expect(cited('Un passeport se retire au guichet dans un délai de trois mois. Merci.')).toEqual([
      ['Un passeport se retire au guichet dans un délai de trois mois.', [1]],
    ]);
  });

  it('are none where only a few words are shared', () => {
    expect(cited('Votre passeport est prêt. Nous regrettons cette attente au guichet.')).toEqual(
      [],
    );
    expect(citedIn('Merci.', [])).toEqual([]);
  });
});
