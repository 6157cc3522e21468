import { describe, expect, it } from 'vitest';
import { lasting, parameters, size } from '../src/lib/amounts.ts';
import {
  clock,
  day,
  longDay,
  number,
  percent,
  reviewDay,
  sentences,
  shortMonth,
} from '../src/lib/dates.ts';
import { wordsOf } from '../src/lib/words.ts';

/** Every sentence of a table, functions called with a number or a text. */
function spoken(table: unknown, n = 2, path = ''): [string, string][] {
  if (typeof table === 'string') return [[path, table]];
  if (typeof table === 'function') {
    const counted = { read: n, added: n, updated: n, duplicates: n, rejected: n, with_reply: n };
    const first = /report/.test(path) ? counted : /posted|undone$/.test(path) ? 'Mot' : n;
    return [[path, String(table(first, 'mot', 'mot'))]];
  }
  return Object.entries(table as object).flatMap(([key, value]) =>
    spoken(value, n, `${path}.${key}`),
  );
}

const french = spoken(wordsOf('fr'));
const english = spoken(wordsOf('en'));

describe('French typography', () => {
  it.each(french)('%s: %s', (_, text) => {
    expect(text).not.toMatch(/'/);
    expect(text).not.toMatch(/[\p{L}\p{N}»)][!;?:]/u);
    expect(text).not.toMatch(/ [:;!?»]|« /);
    expect(text).not.toMatch(/\u202f[:»]|«\u202f|\u00a0[;!?]/);
  });
});

it('English says everything that French says', () => {
  expect(english.map(([path]) => path)).toEqual(french.map(([path]) => path));
  expect(english.filter(([, text]) => text.trim() === '')).toEqual([]);
});

describe('words agree with their count', () => {
  const counts = [0, 1, 2].map((n) => ({
    fr: spoken(wordsOf('fr'), n),
    en: spoken(wordsOf('en'), n),
  }));
  const like = (text: string, from: number, to: number) => text.replaceAll(`${from}`, `${to}`);

  it.each(counts[0]!.fr.map(([path, none], i) => [path, none, i] as const))(
    'none are told as one is, in French: %s',
    (_, none, i) => {
      if (/(?<!\d)0\u00a0/.test(none))
        expect(like(counts[1]!.fr[i]![1], 1, 0)).toContain(none.replace(/\.$/, ''));
    },
  );

  it.each(counts[0]!.en.map(([path, none], i) => [path, none, i] as const))(
    'none are told as two are, in English: %s',
    (_, none, i) => {
      if (/(?<!\d)0\u00a0/.test(none))
        expect(like(counts[2]!.en[i]![1], 2, 0)).toContain(none.replace(/\.$/, ''));
    },
  );

  it('is one in French up to one, in English at one alone', () => {
    expect(wordsOf('fr').blockingCount(0)).toBe('0\u00a0point à corriger');
    expect(wordsOf('fr').blockingCount(2)).toBe('2\u00a0points à corriger');
    expect(wordsOf('en').blockingCount(0)).toBe('0\u00a0things to mend');
    expect(wordsOf('en').blockingCount(1)).toBe('1\u00a0thing to mend');
  });
});

it('the first of a month is "1er" in French', () => {
  const now = new Date('2026-11-24');
  expect(day('2026-12-01', 'fr', now)).toBe('1er décembre');
  expect(reviewDay('2027-12-01', 'fr', now)).toBe('1er décembre 2027');
  expect(longDay('2026-12-01', 'fr')).toBe('mardi 1er décembre 2026');
  expect(day('2026-12-11', 'fr', now)).toBe('11 décembre');
  expect(shortMonth('2026-01-01', 'fr', true)).toBe('janvier 2026');
  expect(day('2026-12-01', 'en', now)).toBe('1 December');
});

describe('dates and numbers', () => {
  const at = new Date(2026, 10, 24, 9, 5).toISOString();
  const now = new Date(2026, 10, 24);

  it('tells the clock', () => {
    expect(clock(at, 'fr')).toBe('9\u00a0h\u00a005');
    expect(clock(at, 'en')).toBe('9:05');
    expect(clock('', 'fr')).toBe('');
    expect(clock('hier', 'fr')).toBe('');
  });

  it('tells the day, and the year when it is another', () => {
    expect(day('2026-09-04', 'fr', now)).toBe('4 septembre');
    expect(day('2020-10-14', 'fr', now)).toBe('14 octobre 2020');
    expect(day('2020-10-14', 'en', now)).toBe('14 October 2020');
    expect(day('', 'fr', now)).toBe('');
  });

  it('writes numbers and shares as the language does', () => {
    expect(number(1234.56, 'fr', 1)).toBe('1\u202f234,6');
    expect(number(1234.56, 'en', 1)).toBe('1,234.6');
    expect(percent(0.632, 'fr')).toBe('63\u00a0%');
    expect(percent(0.632, 'en')).toBe('63%');
  });

  it('counts sentences', () => {
    expect(sentences('Bonjour,\n\nMerci. Comment faire\u202f? Venez !\n\n', 'fr')).toBe(4);
    expect(sentences('', 'fr')).toBe(0);
  });
});

describe('sizes and durations', () => {
  it.each([
    [322_591_712, '323\u00a0Mo', '323\u00a0MB'],
    [4_368_439_584, '4,4\u00a0Go', '4.4\u00a0GB'],
    [999_600_000, '1\u00a0Go', '1\u00a0GB'],
    [16e9, '16\u00a0Go', '16\u00a0GB'],
    [12_400, '12\u00a0ko', '12\u00a0kB'],
  ])('%d bytes', (bytes, french, english) => {
    expect(size(bytes, 'fr')).toBe(french);
    expect(size(bytes, 'en')).toBe(english);
  });

  it.each([
    [0.42, '0,4\u00a0s', '0.4\u00a0s'],
    [42.3, '42\u00a0s', '42\u00a0s'],
    [89.6, '1\u00a0min', '1\u00a0min'],
    [5399, '1\u00a0h\u00a030', '1\u00a0h\u00a030'],
    [7500, '2\u00a0h\u00a005', '2\u00a0h\u00a005'],
  ])('%d seconds', (seconds, french, english) => {
    expect(lasting(seconds, 'fr')).toBe(french);
    expect(lasting(seconds, 'en')).toBe(english);
  });

  it('counts parameters', () => {
    expect(parameters(1_100_048_384, 'fr')).toBe('1,1\u00a0Md');
    expect(parameters(1_100_048_384, 'en')).toBe('1.1\u00a0B');
    expect(parameters(15e6, 'fr')).toBe('15\u00a0M');
  });
});
