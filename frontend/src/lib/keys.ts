// Which command a key press asks for. Digit keys are read by their place, so
// that they work on a French keyboard, where the digit row needs Shift.

export type Command =
  | 'next'
  | 'previous'
  | 'reply'
  | 'skip'
  | 'validate'
  | 'submit'
  | 'return'
  | 'reopen'
  | 'dismiss'
  | 'draft'
  | 'otherwise'
  | 'compare'
  | 'prefer'
  | 'reject'
  | 'prompt'
  | 'draft-first'
  | 'draft-all'
  | 'draft-turn'
  | 'drafting'
  | 'ask'
  | 'sheets'
  | 'undo'
  | 'search'
  | 'help'
  | 'import'
  | 'export'
  | 'figures'
  | 'models'
  | 'settings'
  | 'escape'
  | 'pane'
  | 'pane-back'
  | `repair-${number}`;

/** What a key press is judged by. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}

/** Where the focus is: text takes letters, a control Enter, a pane the arrows. */
export type Focus = 'text' | 'control' | 'pane' | 'elsewhere';

const letters: Record<string, Command> = {
  j: 'next',
  k: 'previous',
  n: 'skip',
  v: 'submit',
  b: 'return',
  o: 'reopen',
  e: 'dismiss',
  r: 'draft',
  a: 'otherwise',
  w: 'compare',
  u: 'prefer',
  g: 'reject',
  l: 'prompt',
  f: 'draft-first',
  t: 'draft-all',
  p: 'draft-turn',
  d: 'drafting',
  q: 'ask',
  s: 'sheets',
  z: 'undo',
  i: 'import',
  x: 'export',
  c: 'figures',
  m: 'models',
  '?': 'help',
};

const arrows: Record<string, Command> = { arrowdown: 'next', arrowup: 'previous' };

const withCtrl: Record<string, Command> = {
  enter: 'validate',
  g: 'draft',
  k: 'search',
  ',': 'settings',
};

/** The command of a key press, or null when it is none of ours. */
export function commandFor(press: Press, focus: Focus): Command | null {
  const key = press.key.toLowerCase();
  if (key === 'escape') return 'escape';
  if (key === 'f6') return press.shiftKey ? 'pane-back' : 'pane';
  if (press.ctrlKey || press.metaKey)
    return press.altKey ? null : (withCtrl[key] ?? controlOnly(key, press, focus));
  const digit = digitOf(press);
  if (digit && (press.altKey || focus !== 'text')) return `repair-${digit}`;
  if (press.altKey || focus === 'text') return null;
  if (key === 'enter') return focus === 'control' ? null : 'reply';
  if (focus === 'elsewhere' && arrows[key]) return arrows[key];
  return letters[key] ?? null;
}

function controlOnly(key: string, press: Press, focus: Focus): Command | null {
  if (key === 'p' && press.shiftKey) return 'help';
  return key === 'z' && focus !== 'text' ? 'undo' : null;
}

function digitOf(press: Press): number {
  if (/^[1-9]$/.test(press.key)) return Number(press.key);
  const byPlace = /^(?:Digit|Numpad)([1-9])$/.exec(press.code);
  return byPlace && !press.shiftKey ? Number(byPlace[1]) : 0;
}

/** Where the focus is, from the element that holds it. */
export function focusOf(element: Element | null): Focus {
  if (!element) return 'elsewhere';
  if (element.matches('textarea, select, input:not([type=checkbox], [type=radio])')) {
    return 'text';
  }
  if (element.matches('button, a, input, summary')) return 'control';
  return element.matches('[data-pane]') ? 'pane' : 'elsewhere';
}
