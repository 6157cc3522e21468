import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dictionaryOf } from '../src/lib/editing/dictionary.ts';
import { strange, words } from '../src/lib/editing/french.ts';
import { Speller, type Asked, type Hand } from '../src/lib/editing/speller.ts';
import { Spelling } from '../src/lib/editing/spelling.svelte.ts';
import { Preferences } from '../src/lib/preferences.svelte.ts';
import { Fake } from './fake.ts';

const found = (text: string) => words(text).map(({ word }) => word);

describe('the words that are asked about', () => {
  it.each([
    ['Nous avons lu votre avis.', ['Nous', 'avons', 'lu', 'votre', 'avis']],
    ["L’accueil d'aujourd’hui", ['L’accueil', "d'aujourd’hui"]],
    ['Dites-le-moi, peut-être', ['Dites-le-moi', 'peut-être']],
    ['écrire à jean.dupont@mairie.fr ou https://mairie.fr/a-b', ['écrire', 'ou']],
    ['voir service-public.fr/particuliers svp', ['voir', 'svp']],
    ['au [numéro de dossier] et {nom}, le 3e étage', ['au', 'et', 'le', 'étage']],
    ['la CAF et l’URSSAF, à Valbourg, avec Mme Durand', ['la', 'et', 'avec']],
    ['Bonjour. Demain, on ouvre.\nMerci', ['Bonjour', 'Demain', 'on', 'ouvre', 'Merci']],
    ['l’« accueil » de 14h30', ['accueil', 'de']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('stand where they are, in UTF-16', () => {
    const text = '😀 une eror.';
    const [, last] = words(text);
    expect(text.slice(last!.from, last!.to)).toBe('eror');
  });

  it('are hardly French when most are unknown', () => {
    expect(strange(20, 12)).toBe(true);
    expect(strange(20, 4)).toBe(false);
    expect(strange(2, 2)).toBe(false);
  });
});

const read = (file: string) => readFileSync(`node_modules/dictionary-fr/${file}`, 'utf8');
const french = dictionaryOf(read('index.aff'), read('index.dic'));

describe('the French dictionary', () => {
  it.each([
    'accueil',
    'l’accueil',
    'L’accueil',
    'qu’il',
    'jusqu’à',
    'aujourd’hui',
    'd’aujourd’hui',
    'quelqu’un',
    'rendez-vous',
    'pourra-t-il',
    'dites-le-moi',
    'celle-ci',
    'regrettons',
    'Regrettons',
    'mangeassions',
    'œuvre',
    'e\u0301te\u0301',
    'n’y',
    's’est',
    'vis-à-vis',
  ])('has %s', (word) => {
    expect(french.has(word)).toBe(true);
  });

  it.each(['acceuil', 'l’acceuil', 'regrétons', 'rendez-vouus', 'malgrés', 'appel-moii'])(
    'lacks %s',
    (word) => {
      expect(french.has(word)).toBe(false);
    },
  );

  it('would have written', () => {
    expect(french.others('acceuil')).toContain('accueil');
    expect(french.others('l’acceuil')).toContain('l’accueil');
    expect(french.others("L'acceuil")).toContain("L'accueil");
    expect(french.others('demarche')).toContain('démarche');
  });
});

/** A worker in this thread: it answers, or fails, at once. */
class Here implements Hand {
  onmessage: Hand['onmessage'] = null;
  onerror: Hand['onerror'] = null;
  asked: string[][] = [];
  ended = 0;
  broken = false;
  postMessage({ ask, check, word }: Asked): void {
    this.asked.push(word ? [word] : check);
    const told = word ? french.others(word) : check.filter((each) => !french.has(each));
    const data = this.broken ? { ask, failed: '404' } : { ask, words: told };
    this.onmessage?.({ data } as MessageEvent);
  }
  terminate(): void {
    this.ended++;
  }
}

describe('Spelling', () => {
  let here: Here;
  let fake: Fake;
  let spelling: Spelling;
  const unknown = async (text: string, names = '') =>
    (await spelling.check(text, names)).map(({ word }) => word);

  beforeEach(async () => {
    vi.useRealTimers();
    here = new Here();
    fake = new Fake();
    const preferences = new Preferences(fake.backend);
    await preferences.read();
    spelling = new Spelling(preferences, new Speller(() => here));
  });

  it('finds each place of an unknown word, and asks about it once', async () => {
    expect(await spelling.check('Un acceuil, un acceuil.', '')).toEqual([
      { from: 3, to: 10, word: 'acceuil' },
      { from: 15, to: 22, word: 'acceuil' },
    ]);
    await unknown('Un acceuil froid.');
    expect(here.asked).toEqual([['Un', 'acceuil', 'un'], ['froid']]);
  });

  it('knows the service by its name', async () => {
    expect(await unknown('l’espace numerix est ouvert', 'Espace Numerix')).toEqual(
      ['l’espace'].slice(1),
    );
  });

  it('keeps the agent’s own words, and gives them back', async () => {
    await spelling.add('Acceuil');
    expect(await unknown('un acceuil, l’acceuil')).toEqual([]);
    expect(JSON.parse(fake.remembered.words!)).toEqual({ own: ['Acceuil'] });
    await spelling.remove('Acceuil');
    expect(await unknown('un acceuil')).toEqual(['acceuil']);
  });

  it('says nothing of a text in another language', async () => {
    expect(await unknown('thank you very much for your kind review, we shall call back')).toEqual(
      [],
    );
  });

  it('lets the dictionary go when it is switched off', async () => {
    await unknown('un');
    await spelling.toggle();
    expect([spelling.on, here.ended]).toEqual([false, 1]);
    await spelling.toggle();
    expect(spelling.on).toBe(true);
  });

  it('lets the dictionary go after a while without a question, and reads it again', async () => {
    vi.useFakeTimers();
    await unknown('un');
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    await unknown('deux');
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(here.ended).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(here.ended).toBe(1);
    expect(await unknown('un acceuil')).toEqual(['acceuil']);
  });

  it('tells of a dictionary that cannot be read, and asks again later', async () => {
    here.broken = true;
    await expect(unknown('un acceuil')).rejects.toBe('404');
    here.broken = false;
    expect(await unknown('un acceuil')).toEqual(['acceuil']);
  });
});
