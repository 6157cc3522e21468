import { describe, expect, it } from 'vitest';
import { locate, placed, repairable, repaired, sorted, whole } from '../src/lib/whole.ts';
import { finding } from './invented.ts';

const reply = {
  greeting: 'Bonjour 😀,',
  body: '  Appelez le 01.  ',
  closing: 'Merci,',
  signature: 'Nous',
};

/** The span of a word in the whole, in code points. */
function span(word: string) {
  const text = whole(reply);
  const start = [...text.slice(0, text.indexOf(word))].length;
  return { start, end: start + [...word].length };
}

describe('whole', () => {
  it('joins the parts as Go does', () => {
    expect(whole(reply)).toBe('Bonjour 😀,\n\nAppelez le 01.\n\nMerci,\nNous');
  });

  it.each([
    [{ ...reply, greeting: ' ' }, 'Appelez le 01.\n\nMerci,\nNous'],
    [{ ...reply, closing: '' }, 'Bonjour 😀,\n\nAppelez le 01.\n\nNous'],
    [{ ...reply, body: '' }, 'Bonjour 😀,\n\nMerci,\nNous'],
    [{ greeting: '', body: '', closing: '', signature: 'Nous' }, 'Nous'],
    [{ greeting: '', body: '', closing: '', signature: '' }, ''],
  ])('leaves blank parts out: %#', (parts, text) => {
    expect(whole(parts)).toBe(text);
  });
});

describe('locate', () => {
  it('finds a span in its part, in UTF-16 and past what is trimmed', () => {
    expect(locate(reply, span('01'))).toEqual({ part: 'body', from: 13, to: 15 });
    expect(locate(reply, span('😀'))).toEqual({ part: 'greeting', from: 8, to: 10 });
    expect(locate(reply, span('Nous'))).toEqual({ part: 'signature', from: 0, to: 4 });
  });

  it('gives nothing for a span across parts', () => {
    expect(locate(reply, { start: 2, end: 20 })).toBeNull();
  });
});

describe('repaired', () => {
  it('replaces, removes and adds in place', () => {
    const at = span('01');
    const mend = (repair: string | null, where = at) =>
      repaired(reply, finding({ ...where, repair }));
    expect(mend('02')?.body).toBe('  Appelez le 02.  ');
    expect(mend('')?.body).toBe('  Appelez le .  ');
    expect(mend('le ', { start: at.start, end: at.start })?.body).toBe('  Appelez le le 01.  ');
    expect(mend(null)).toBeNull();
  });
});

describe('the list of findings', () => {
  it('puts the gravest first and numbers what can be repaired', () => {
    const info = finding({ severity: 'info', repair: 'x' });
    const late = finding({ severity: 'block', start: 9, end: 10 });
    const early = finding({ severity: 'block', start: 1, end: 2, repair: '' });
    const all = sorted([info, late, early]);
    expect(all).toEqual([early, late, info]);
    expect(repairable(all)).toEqual([early, info]);
  });

  it('moves the places of the body to the body alone', () => {
    const phone = finding(span('01'));
    const found = placed(reply, [phone, finding(span('Nous')), finding()]);
    expect(found).toEqual([{ from: 13, to: 15, finding: phone }]);
    expect(reply.body.slice(13, 15)).toBe('01');
  });
});
