// The words of the guide, the look and the settings' previews, in English.
import { plural } from './plural.ts';
import type { HelpWords } from './words.fr.help.ts';

const many = plural('en');

export const helpWords: HelpWords = {
  guide: {
    title: 'Guide',
    find: 'Search the guide',
    contents: 'Contents',
    found: (n) =>
      n === 0
        ? 'Nothing in the guide about these words.'
        : many(n, 'passage found', 'passages found'),
    english: 'The guide is in French.',
    open: (title) => `Open in “${title}”`,
  },
  charts: {
    title: 'Over time',
    by: 'By',
    cuts: { week: 'week', month: 'month' },
    reviews: 'Reviews written',
    replies: 'Validated replies, by writer',
    days: 'Median answering time',
    daysHelp: 'From the review’s date to its first validation.',
    table: 'Table',
    period: 'Period',
    none: 'none',
    empty: 'Nothing in these periods.',
    month: (name) => name,
    week: (day) => `week of ${day}`,
    nothing: 'Nothing to show yet: import reviews.',
  },
  look: {
    title: 'Look',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    contrast: 'Contrast',
    contrasts: { system: 'As the system', more: 'High' },
    motion: 'Motion',
    motions: { system: 'As the system', less: 'None' },
    size: 'Text size',
    percent: (n) => `${n}%`,
    stay: 'How long messages stay',
    stays: { 20: '20\u00a0seconds', 60: 'One minute', 0: 'Until I close them' },
    stayHelp:
      'A message waits while the mouse or the keyboard is on it. An error always stays until it is closed.',
  },
  dictionary: {
    title: 'My dictionary',
    help: 'The words that you added while writing: they are underlined no more.',
    none: 'No word added. In a reply, the card of an underlined word offers to add it.',
    remove: (word) => `Remove “${word}”`,
    removed: (word) => `“${word}” is no longer in your dictionary.`,
  },
  groups: {
    service: 'Your service',
    frame: 'Frame of the replies',
    rules: 'Rules of writing',
    delay: 'Answering delay',
    writing: 'Drafting and models',
    keeping: 'Retention',
    other: 'Others',
  },
  setting: {
    find: 'Search for a setting',
    none: 'No setting answers to these words.',
    sections: 'Parts of the settings',
    preview: 'Preview',
    previewHelp: 'What the user will see, with what is typed here.',
    sampleBody: 'Thank you for taking the time to write to us. The text of the reply comes here.',
    ifModel: 'only under a reply that a model drafted',
    otherClosings: (n) => `${many(n, 'other closing', 'other closings')} to choose from`,
    otherSignatures: (n) => `${many(n, 'other signature', 'other signatures')} to choose from`,
    nothing: 'nothing',
    limit: (place, n) => `${place}: at most ${n}\u00a0characters`,
    badLine: (line) => `“${line}” is not understood.`,
    noLimit: 'No limit: the check of length says nothing.',
    places: { spplus: 'Services Publics+', google: 'Google', play: 'Google Play', paper: 'Paper' },
    example: 'A review written on',
    due: (day) => `The reply is due on ${day} at the latest.`,
    noDue: 'The delay runs from 1 to 365 days.',
    kept: 'What you typed stays here; the former value stays in force.',
  },
};
