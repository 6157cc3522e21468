import { describe, expect, it } from 'vitest';
import { unbroken } from '../src/lib/unbroken.ts';
import { codePoints, cut, reviewPieces, toUtf16 } from '../src/lib/points.ts';

describe('code points and UTF-16', () => {
  it.each([
    ['abc', 2, 2],
    ['é😀b', 1, 1],
    ['é😀b', 2, 3],
    ['é😀b', 3, 4],
    ['😀', 9, 2],
    ['', 1, 0],
    ['👩‍👩‍👧 ok', 6, 9],
  ])('%j at %i is at %i', (text, point, unit) => {
    expect(toUtf16(text, point)).toBe(unit);
  });

  it.each(['', 'abc', 'é😀b', 'a\u202f!', '👩‍👩‍👧 ok'])('counts %j as iteration does', (text) => {
    expect(codePoints(text)).toBe([...text].length);
  });
});

describe('cut', () => {
  it('keeps every character once and in order', () => {
    const text = 'Un 😀 avis, deux points.';
    const pieces = cut(text, [
      { start: 3, end: 9 },
      { start: 5, end: 12 },
    ]);
    expect(pieces.map((p) => p.text).join('')).toBe(text);
    expect(pieces.map((p) => p.marks.length)).toEqual([0, 1, 2, 1, 0]);
  });

  it('lets spans that are empty or past the end do no harm', () => {
    expect(
      cut('ab', [
        { start: 1, end: 1 },
        { start: 8, end: 9 },
      ]),
    ).toEqual([{ text: 'ab', marks: [] }]);
    expect(cut('', [{ start: 0, end: 1 }])).toEqual([]);
  });
});

describe('reviewPieces', () => {
  it('puts a point’s number where it ends, after the personal data in it', () => {
    const text = '😀 Mme Durand attend.';
    const pieces = reviewPieces(
      text,
      [{ number: 1, start: 2, end: 19 }],
      [{ start: 2, end: 12, kind: 'person' }],
    );
    expect(pieces).toEqual([
      { text: '😀 ', point: false, hit: false, personal: '', ends: [] },
      { text: 'Mme Durand', point: true, hit: false, personal: 'person', ends: [] },
      { text: ' attend', point: true, hit: false, personal: '', ends: [1] },
      { text: '.', point: false, hit: false, personal: '', ends: [] },
    ]);
  });
});

describe('what a user typed', () => {
  it.each([
    ['comment faire ?', 'comment faire\u00a0?'],
    ['qu’on me dise : c’est vu', 'qu’on me dise\u00a0: c’est vu'],
    ['Quoi ?! Non ; rien', 'Quoi\u00a0?! Non\u00a0; rien'],
    ['Un « non » sec', 'Un «\u00a0non\u00a0» sec'],
    ['reçu :) puis :-(', 'reçu :) puis :-('],
    ['à la ligne\n? seul', 'à la ligne\n? seul'],
    ['10 !important', '10 !important'],
  ])('keeps %j together, sign for sign', (text, shown) => {
    expect(unbroken(text)).toBe(shown);
    expect(codePoints(unbroken(text))).toBe(codePoints(text));
  });
});
