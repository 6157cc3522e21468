// The words of the list, its filters and what is done to many, in English.
import { number } from './dates.ts';
import { plural } from './plural.ts';
import type { QueueWords } from './words.fr.queue.ts';

const many = plural('en');

export const queue: QueueWords = {
  all: 'All',
  found: (n, more) =>
    more ? `more than ${number(n, 'en')} reviews` : many(n, 'review', 'reviews'),
  pending: 'Loading this review…',
  marked: 'chosen',
  filters: {
    open: 'Filter',
    count: (n) => (n ? `Filter (${n})` : 'Filter'),
    title: 'Filters of the list',
    clear: 'Show all',
    only: 'Only',
    overdue: 'overdue',
    findings: 'replies to look at',
    twins: 'nearly identical',
    asleep: 'put off',
    sentiment: 'Feeling',
    theme: 'Theme',
    source: 'Source',
    language: 'Language',
    languages: { fr: 'French', en: 'English', other: 'other', '': 'unknown' },
    any: 'any',
    structure: 'Body',
    assignee: 'Given to',
    nobody: 'to nobody',
    from: 'Written from',
    to: 'to',
    sort: 'Order',
    sorts: { '': 'deadline', newest: 'newest', sentiment: 'feeling' },
    sources: {
      spplus: 'Services Publics+',
      jdma: 'Je donne mon avis',
      google: 'Google',
      play: 'Google Play',
      other: 'another file',
    },
  },
  views: {
    label: 'View',
    none: 'No view',
    name: 'Name of the view',
    save: 'Keep this view',
    saved: (name) => `View “${name}” kept.`,
    remove: (name) => `Forget the view “${name}”`,
    removed: (name) => `View “${name}” forgotten.`,
    nameless: 'Give this view a name.',
  },
  many: {
    title: 'Reviews chosen',
    chosen: (n) => many(n, 'review chosen', 'reviews chosen'),
    chosenAll: (n, more) =>
      more ? 'All the reviews found' : `The ${number(n, 'en')} reviews found`,
    takeAll: 'Choose all those found',
    clear: 'Choose none',
    assign: 'Give to…',
    dismiss: 'Dismiss…',
    restore: 'Take back',
    draft: 'Draft',
    assignee: 'Give to (empty: to nobody)',
    reason: 'Reason',
    reasonNeeded: 'A reason is needed to dismiss.',
    foreseen: (n) =>
      n
        ? `${many(n, 'review will change', 'reviews will change')}.`
        : 'No review can be changed so.',
    go: 'Do it',
    done: {
      assign: (n) => `${many(n, 'review given', 'reviews given')}.`,
      dismiss: (n) => `${many(n, 'review dismissed', 'reviews dismissed')}.`,
      restore: (n) => `${many(n, 'review taken back', 'reviews taken back')}.`,
    },
    undone: (n) => `${many(n, 'review put', 'reviews put')} back as before.`,
    drafting: (n) =>
      n
        ? `${many(n, 'draft asked for', 'drafts asked for')}.`
        : 'None of these reviews is waiting for a draft.',
  },
  snooze: {
    title: 'Put off',
    tomorrow: 'to tomorrow',
    monday: 'to Monday',
    week: 'by a week',
    day: 'Another day',
    go: 'Put off',
    done: (day) => `Put off to ${day}.`,
    until: (day) => `Put off to ${day}.`,
    wake: 'Take back now',
    woken: 'Back in the queue.',
  },
  twins: {
    title: 'Nearly identical reviews',
    help: 'The same person, or a copied text: one reply may do for all.',
  },
  assigned: (name) => `Given to ${name}`,
  splitter: { queue: 'Width of the list', reply: 'Width of the reply' },
};
