// The words of the Assistant and Fiches screens, in English.
import { agreed, plural } from './plural.ts';
import type { AskWords } from './words.fr.ask.ts';

const which = agreed('en');
const many = plural('en');

const ask: AskWords['ask'] = {
  title: 'Assistant',
  lead: 'It answers from the sheets on this computer, sentence by sentence, or says that it does not know.',
  question: 'Your question',
  placeholder: 'For example: which papers to renew an identity card?',
  run: 'Ask',
  stop: 'Stop',
  asking: 'Looking through the sheets…',
  stopped: 'The question was stopped; it stays in the field.',
  fresh: 'New question',
  follows: (question) => `The next question will go on from “${question}”.`,
  followed: 'Goes on from an earlier question',
  answer: 'Answer',
  none: 'Ask a question: each sentence of the answer will carry its sheet and date.',
  abstained: 'No answer',
  near: 'Sheets that come near, to read yourself',
  read: (title) => `Read the sheet ${title}`,
  sheetOf: (title, date) => `${title}, sheet of ${date}`,
  colon: ':',
  asTheyStand: 'Passages of the sheets, word for word.',
  byModel: (model) => `Worded by the model ${model}, from the sheets.`,
  removed: (n) =>
    many(n, 'sentence of the model removed', 'sentences of the model removed') +
    ': no sheet says so.',
  copy: 'Copy with the sources',
  history: 'Questions asked before',
  noHistory: 'No question so far.',
  older: 'Older ones',
  forget: 'Erase the history',
  forgotten: 'The history is put away; it is erased for good when this message goes.',
  unanswered: 'no answer',
};

const sheets: AskWords['sheets'] = {
  title: 'Sheets',
  search: 'Search the sheets',
  placeholder: 'A subject, or a user’s question',
  run: 'Search',
  searching: 'Searching…',
  found: (n) => many(n, 'sheet found', 'sheets found'),
  noHit: 'No sheet comes near it.',
  bears: 'bears on the question',
  near: 'comes near it',
  packs: 'Packs of sheets on this computer',
  noPack: 'No sheet on this computer. One command makes a pack of them:',
  command: 'ecritoire sheets build FOLDER',
  sheets: (n) => many(n, 'sheet', 'sheets'),
  built: (date) => `made on ${date}`,
  noDate: 'unknown date',
  noLicence: 'licence not told',
  unread: (n) => many(n, 'document not read', 'documents not read'),
  source: 'Source',
  licence: 'Licence',
  date: 'Newest sheet',
  count: 'Sheets',
  missing: 'Missing sheets',
  missingHelp: 'The questions that no sheet on this computer answers.',
  noMissing: 'No question without a sheet.',
  asked: (n, date) => which(n, `asked once, on ${date}`, `asked ${n}\u00a0times, last on ${date}`),
  askedBy: 'Reviews that ask it:',
  review: (id) => `Review ${id}`,
  close: 'Remove',
  closeOne: (question) => `Remove “${question}”`,
  closed: 'The question is removed; asked again, it will come back.',
  alerts: 'Replies that cite a sheet which changed',
  noAlerts: 'No reply cites a sheet that changed.',
  what: { changed: 'sheet changed', gone: 'sheet withdrawn' },
  dates: (before, after) => `from ${before} to ${after}`,
  dated: (before) => `dated ${before}`,
  lost: 'The passage cited is no longer there.',
  stays: 'The passage cited is still there.',
  openReview: (id, state) => `Open review ${id} (${state})`,
  readNew: 'Read the sheet',
  see: 'Seen',
  seeOne: (title, id) => `Seen: ${title}, review ${id}`,
  seen: 'The alert is off the list.',
};

const reading: AskWords['reading'] = {
  asOf: (date) => `Sheet as of ${date}`,
  noDate: 'Sheet without a date',
  stale: 'over a year old: to be checked',
  url: 'Address, to copy',
  copyUrl: 'Copy the address',
  cited: 'Passage cited',
  gone: 'The passage cited is no longer in this sheet. It said:',
  from: (source, licence) => [source, licence].filter(Boolean).join(' · '),
  close: 'Close the sheet',
};

export const askWords: AskWords = { ask, sheets, reading };
