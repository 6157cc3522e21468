// The words of writing a reply, in English.
import { plural } from './plural.ts';
import type { EditWords } from './words.fr.edit.ts';

const many = plural('en');

export const edit: EditWords = {
  replaceBy: (words) => `Replace with “${words}”`,
  choices: 'What you can do',
  wholeReply: 'This is about the reply as a whole.',
  noFlag: 'Nothing is underlined in the text.',
  flagAt: (n, of) => `${n} of ${of}`,
  spelling: 'Spelling',
  unknown: (word) => `“${word}” is not in the dictionary.`,
  unknownWords: (n, some) => `${many(n, 'word to look at', 'words to look at')}: ${some}`,
  see: 'Show',
  sourceNumbers: (numbers) => `source ${numbers}`,
  noSource: 'This sentence stands on no sheet.',
  insert: 'Insert',
  insertTitle: 'Insert into the reply',
  insertHint: 'A few words to find…',
  insertNone: 'Nothing like that here. House phrases are written in the settings.',
  inserted: 'Inserted.',
  groups: { phrases: 'Phrase', contacts: 'Contact', sheets: 'Sheet', past: 'Earlier reply' },
  pastHow: (changed) =>
    changed === 0
      ? 'draft sent as it was'
      : changed < 0.2
        ? 'draft little changed'
        : changed < 1
          ? 'draft much changed'
          : 'written by an agent',
  sentences: (n) => many(n, 'sentence', 'sentences'),
  countOf: (length, limit) => `${length} / ${limit}\u00a0characters`,
  over: (n) => `${n} too many`,
  passed: (limit) => `The limit of ${limit}\u00a0characters is passed.`,
  changes: 'Changes',
  changesTitle: 'What changed',
  changesFrom: 'Since version',
  together: 'In one text',
  apart: 'Side by side',
  addedHere: '[added:',
  removedHere: '[removed:',
  endOf: ']',
  additions: (n) => many(n, 'addition', 'additions'),
  removals: (n) => many(n, 'removal', 'removals'),
  same: 'Both texts are the same.',
  noDraft: 'This reply has no draft of the machine to compare with.',
  noChange: 'Nothing changed since the draft.',
  addWord: (word) => `Add “${word}” to my dictionary`,
  wordAdded: (word) => `“${word}” is in your dictionary.`,
  spellingOn: 'Spelling is checked.',
  spellingOff: 'Spelling is no longer checked.',
  noSpelling: 'The dictionary could not be read: spelling is not checked.',
  noSpellingHint: 'It is switched off and on again from the list of actions.',
};
