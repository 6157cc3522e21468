// What the list is asked for, as a value: comparing, emptying and counting
// what narrows it.
import type { Filters, Look, Tab } from './types.ts';

/** Nothing narrowed. */
export const noFilters: Filters = {
  overdue: false,
  asleep: false,
  findings: false,
  twins: false,
  sentiments: [],
  sources: [],
  themes: [],
  languages: [],
  structure: '',
  assignee: '',
  unassigned: false,
  from: '',
  to: '',
};

/** A tab as it is first shown. */
export const lookAt = (tab: Tab): Look => ({ tab, search: '', filters: noFilters, sort: '' });

/** How many kinds of filters narrow the list. */
export function narrowing(filters: Filters): number {
  return Object.values(filters).filter((v) => (Array.isArray(v) ? v.length > 0 : !!v)).length;
}

/** Whether the list shows a whole tab, whose size the counters know. */
export function isWhole({ search, filters }: Look): boolean {
  return search === '' && narrowing(filters) === 0;
}

/** A view's filters as Go hands them over: an empty list may come as null. */
export function filled(filters: Filters): Filters {
  const some = Object.entries(filters).filter(([, value]) => value !== null);
  return { ...noFilters, ...(Object.fromEntries(some) as Partial<Filters>) };
}

/** The list without an entry, or with it at its end. */
export function toggled<T>(list: T[], entry: T): T[] {
  return list.includes(entry) ? list.filter((one) => one !== entry) : [...list, entry];
}
