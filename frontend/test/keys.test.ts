import { describe, expect, it } from 'vitest';
import { commandFor, focusOf, type Focus, type Press } from '../src/lib/keys.ts';

const plain = { code: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const ask = (press: Partial<Press> & { key: string }, focus: Focus = 'elsewhere') =>
  commandFor({ ...plain, ...press }, focus);

describe('letters', () => {
  it.each([
    ['j', 'next'],
    ['K', 'previous'],
    ['ArrowDown', 'next'],
    ['Enter', 'reply'],
    ['n', 'skip'],
    ['v', 'submit'],
    ['e', 'dismiss'],
    ['r', 'draft'],
    ['a', 'otherwise'],
    ['w', 'compare'],
    ['u', 'prefer'],
    ['g', 'reject'],
    ['l', 'prompt'],
    ['f', 'draft-first'],
    ['t', 'draft-all'],
    ['p', 'draft-turn'],
    ['d', 'drafting'],
    ['m', 'models'],
    ['i', 'import'],
    ['x', 'export'],
    ['?', 'help'],
  ])('%s asks for %s outside text and for nothing inside it', (key, command) => {
    expect(ask({ key })).toBe(command);
    expect(ask({ key }, 'text')).toBeNull();
  });

  it('leaves Enter to a focused control and arrows to a pane', () => {
    expect(ask({ key: 'Enter' }, 'control')).toBeNull();
    expect(ask({ key: 'ArrowDown' }, 'pane')).toBeNull();
    expect(ask({ key: 'ArrowDown' }, 'control')).toBeNull();
    expect(ask({ key: 'j' }, 'pane')).toBe('next');
  });
});

describe('keys that work everywhere', () => {
  it.each([
    [{ key: 'Enter', ctrlKey: true }, 'validate'],
    [{ key: 'k', ctrlKey: true }, 'search'],
    [{ key: 'g', ctrlKey: true }, 'draft'],
    [{ key: 'P', ctrlKey: true, shiftKey: true }, 'palette'],
    [{ key: 'F1' }, 'guide'],
    [{ key: 'Escape' }, 'escape'],
    [{ key: 'F6' }, 'pane'],
    [{ key: 'F6', shiftKey: true }, 'pane-back'],
  ] as const)('%j asks for %s', (press, command) => {
    expect(ask(press, 'text')).toBe(command);
    expect(ask(press)).toBe(command);
  });

  it('leaves copy, paste and undo in text alone', () => {
    for (const key of ['c', 'v', 'x', 'a', 'z', 'p', 'f', 't', 'd', 'm']) {
      expect(ask({ key, ctrlKey: true }, 'text')).toBeNull();
    }
  });

  it('leaves AltGr to typing', () => {
    expect(ask({ key: 'e', ctrlKey: true, altKey: true })).toBeNull();
    expect(ask({ key: 'k', ctrlKey: true, altKey: true }, 'text')).toBeNull();
  });
});

describe('digits', () => {
  it('repair outside text, with Alt inside it', () => {
    expect(ask({ key: '1', code: 'Digit1' })).toBe('repair-1');
    expect(ask({ key: '1', code: 'Digit1' }, 'text')).toBeNull();
    expect(ask({ key: '9', code: 'Digit9', altKey: true }, 'text')).toBe('repair-9');
    expect(ask({ key: '0', code: 'Digit0' })).toBeNull();
  });

  it('are read by their place on a French keyboard', () => {
    expect(ask({ key: '&', code: 'Digit1' })).toBe('repair-1');
    expect(ask({ key: 'é', code: 'Digit2', altKey: true }, 'text')).toBe('repair-2');
    expect(ask({ key: '1', code: 'Digit1', shiftKey: true })).toBe('repair-1');
    expect(ask({ key: '!', code: 'Digit1', shiftKey: true })).toBeNull();
  });
});

describe('focusOf', () => {
  it.each([
    ['<textarea></textarea>', 'text'],
    ['<input>', 'text'],
    ['<select></select>', 'text'],
    ['<input type="checkbox">', 'control'],
    ['<button></button>', 'control'],
    ['<summary></summary>', 'control'],
    ['<section data-pane></section>', 'pane'],
    ['<div role="listbox"></div>', 'elsewhere'],
  ])('%s', (html, focus) => {
    document.body.innerHTML = html;
    expect(focusOf(document.body.firstElementChild)).toBe(focus);
  });

  it('is elsewhere when nothing has it', () => expect(focusOf(null)).toBe('elsewhere'));
});
