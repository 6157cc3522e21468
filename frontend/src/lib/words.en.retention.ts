// The words of keeping and erasing, in English.
import { plural } from './plural.ts';
import type { RetentionWords } from './words.fr.retention.ts';

const many = plural('en');

export const retention: RetentionWords = {
  expired: (n) =>
    n < 0
      ? 'Counting…'
      : n === 0
        ? 'Nothing is past the time that the settings keep it.'
        : `${many(n, 'review or row is', 'reviews or rows are')} past the time that the settings keep them.`,
  purge: (n) => `Erase ${many(n, 'review or row', 'reviews or rows')} for good`,
  person: 'A person asks to be erased',
  words: 'Words that point to them (name, address, number…)',
  find: 'Search',
  traces: (n) =>
    n === 0
      ? 'These words stand nowhere in the queue.'
      : `These words stand in ${many(n, 'review or row', 'reviews or rows')}.`,
  reason: 'Reason, without naming the person',
  erase: (n) => `Erase ${many(n, 'review or row', 'reviews or rows')} for good`,
  final:
    'An erasure cannot be undone. The text leaves the database, the index, the log and the backups that Écritoire made; exports and copies made elsewhere are yours to see to.',
  proofs: 'Certificates of erasure',
  none: 'Nothing was erased yet.',
  proof: (n, replies) =>
    `${many(n, 'review', 'reviews')} and ${many(replies, 'reply', 'replies')} erased`,
  hash: 'fingerprint',
};
