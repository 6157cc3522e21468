// The one table of commands and their keys, and which command a key press asks
// for. Digit keys are read by their place, so that they work on a French
// keyboard, where the digit row needs Shift.

/**
 * Every command with its keys, in the order of an agent's day. A chord is the
 * modifiers in the order ctrl, alt, shift and then the key, in lower case;
 * "digit" is any of 1 to 9.
 */
export const defaults = {
  next: ['j', 'arrowdown'],
  previous: ['k', 'arrowup'],
  reply: ['enter'],
  draft: ['r', 'ctrl+g'],
  otherwise: ['a'],
  compare: ['w'],
  prefer: ['u'],
  reject: ['g'],
  prompt: ['l'],
  'draft-first': ['f'],
  'draft-all': ['t'],
  'draft-turn': ['p'],
  drafting: ['d'],
  ask: ['q'],
  sheets: ['s'],
  repair: ['digit', 'alt+digit'],
  'flag-next': ['f8'],
  'flag-back': ['shift+f8'],
  'flag-here': ['ctrl+;'],
  spelling: [],
  insert: ['ctrl+j'],
  changes: ['y'],
  source: ['alt+s'],
  history: ['alt+h'],
  validate: ['ctrl+enter'],
  submit: ['v'],
  return: ['b'],
  dismiss: ['e'],
  reopen: ['o'],
  undo: ['z', 'ctrl+z'],
  skip: ['n'],
  snooze: ['h'],
  filters: ['/'],
  mark: ['.'],
  'mark-all': ['ctrl+a'],
  many: ['ctrl+b'],
  search: ['ctrl+k'],
  pane: ['f6'],
  'pane-back': ['shift+f6'],
  import: ['i'],
  export: ['x'],
  figures: ['c'],
  models: ['m'],
  settings: ['ctrl+,'],
  guide: ['f1'],
  palette: ['ctrl+shift+p'],
  help: ['?'],
  escape: ['escape'],
} as const satisfies Record<string, readonly string[]>;

/** A line of the table. */
export type Name = keyof typeof defaults;
/** The keys of every command. */
export type Keys = Record<Name, readonly string[]>;
/** What a key press asks for; a repair is asked for by its number. */
export type Command = Exclude<Name, 'repair'> | `repair-${number}`;

/** Every command's name, in the order of the table. */
export const names = Object.keys(defaults) as Name[];

/** What a key that is held down may go on doing; the rest is done once a press. */
export const repeating: readonly Command[] = ['next', 'previous', 'flag-next', 'flag-back'];

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

/** The command of a key press, or null when it is none of ours. */
export function commandFor(press: Press, focus: Focus, keys: Keys = defaults): Command | null {
  const chord = chordOf(press);
  if (!chord || !reaches(chord, focus)) return null;
  const name = names.find((each) => keys[each].includes(chord));
  if (!name) return null;
  return name === 'repair' ? `repair-${digitOf(press)}` : name;
}

/** The chord of a key press, "" for none: AltGr types, it asks for nothing. */
export function chordOf(press: Press): string {
  const ctrl = press.ctrlKey || press.metaKey;
  if (ctrl && press.altKey) return '';
  const digit = digitOf(press);
  const key = digit ? 'digit' : press.key.toLowerCase();
  const shifted = press.shiftKey && !digit && (ctrl || press.altKey || key.length > 1);
  const held = [ctrl && 'ctrl', press.altKey && 'alt', shifted && 'shift'];
  return [...held, key].filter(Boolean).join('+');
}

/** Whether a chord is one character alone, which a voice or a slip may type. */
export const single = (chord: string): boolean => chord.length === 1 || chord === 'digit';

const editing = ['ctrl+a', 'ctrl+c', 'ctrl+v', 'ctrl+x', 'ctrl+y', 'ctrl+z'];
const moving = /^(?:arrow|page|home$|end$)/;

function reaches(chord: string, focus: Focus): boolean {
  if (moving.test(chord)) return focus === 'elsewhere';
  if (chord === 'enter') return focus === 'pane' || focus === 'elsewhere';
  return focus !== 'text' || (!single(chord) && !editing.includes(chord));
}

function digitOf(press: Press): number {
  if (/^[1-9]$/.test(press.key)) return Number(press.key);
  const byPlace = /^(?:Digit|Numpad)([1-9])$/.exec(press.code);
  return byPlace && !press.shiftKey ? Number(byPlace[1]) : 0;
}

/** Where the focus is, from the element that holds it. */
export function focusOf(holder: Element | null): Focus {
  const element = deepest(holder);
  if (!element) return 'elsewhere';
  if (
    element.matches(
      'textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio])',
    )
  ) {
    return 'text';
  }
  if (element.matches('button, a, input, summary')) return 'control';
  return element.matches('[data-pane]') ? 'pane' : 'elsewhere';
}

// A component with a tree of its own hands its focus to its host.
function deepest(element: Element | null): Element | null {
  const within = element?.shadowRoot?.activeElement;
  return within ? deepest(within) : element;
}
