// The words of the keys, the palette and what cannot be done now, in English.
import { plural } from './plural.ts';
import type { KeyWords } from './words.fr.keys.ts';

const many = plural('en');

export const keyWords: KeyWords = {
  shortcuts: {
    title: 'Shortcuts',
    lead: 'Every shortcut can be changed or switched off. What stands here holds at once, and at the next start.',
    letters: 'Letters, digits and signs alone',
    lettersHelp:
      'To switch off if you dictate, or if a key pressed by accident gets in your way. The other shortcuts stay.',
    find: 'Search for an action or a key',
    command: 'Action',
    keys: 'Keys',
    change: 'Change',
    off: 'no key',
    idle: 'off with the letters alone',
    add: (action) => `Add a key to “${action}”`,
    addShort: 'Add',
    press: 'Press the key… Escape gives up.',
    pressDigit: 'Press a digit, alone or with a held key. Escape gives up.',
    remove: (key, action) => `Take ${key} from “${action}”`,
    reset: (action) => `Give “${action}” its keys back`,
    resetShort: 'Reset',
    resetAll: 'Reset all',
    reserved: (key) => `${key} writes, moves or closes: choose another key.`,
    digits: 'Digits make the repairs offered, and nothing else.',
    taken: (key, action) => `${key} already does “${action}”.`,
    takeIt: 'Take it all the same',
    given: (key, action) => `${key}: ${action}.`,
    removed: (key, action) => `${key} no longer does “${action}”.`,
    restored: 'The keys are as delivered.',
    caps: {
      digit: '1 … 9',
      arrowdown: '↓',
      arrowup: '↑',
      arrowleft: '←',
      arrowright: '→',
      home: 'Home',
      end: 'End',
      pageup: 'Page up',
      pagedown: 'Page down',
      delete: 'Delete',
      backspace: 'Backspace',
      tab: 'Tab',
      ' ': 'Space',
    },
  },
  palette: {
    title: 'Command palette',
    find: 'What do you want to do?',
    none: 'No action of that name.',
    count: (n) => many(n, 'action', 'actions'),
    hint: 'Escape closes',
  },
  unable: {
    noReview: 'No review is open.',
    noQueue: 'The queue is empty.',
    nothingChosen: 'No review is chosen.',
    nothingToUndo: 'Nothing to undo.',
    noRepair: 'No repair is offered.',
    noTask: 'No draft is waiting.',
    nothingNew: 'No new review.',
    writing: 'A draft is being written.',
  },
};
