// What the list asks of Go, and what it is told.
import type { Card, Sentiment } from './types.ts';

export type Tab = 'todo' | 'drafts' | 'submitted' | 'validated' | 'done' | 'all';
export type Sort = '' | 'newest' | 'sentiment';
export type ThemeName = 'access' | 'information' | 'relation' | 'reactivity' | 'simplicity';
export type SourceName = 'spplus' | 'jdma' | 'google' | 'play' | 'other';

/** What narrows the list; what is empty narrows nothing. Days are 2006-01-02. */
export interface Filters {
  overdue: boolean;
  asleep: boolean;
  findings: boolean;
  twins: boolean;
  sentiments: Sentiment[];
  sources: SourceName[];
  themes: ThemeName[];
  languages: string[];
  structure: string;
  assignee: string;
  unassigned: boolean;
  from: string;
  to: string;
}

/** What is looked at: everything of a page but where it begins. */
export interface Look {
  tab: Tab;
  search: string;
  filters: Filters;
  sort: Sort;
}

/** A page begins after a cursor, or at a row. */
export interface QueueQuery extends Look {
  after: string;
  skip: number;
  limit: number;
}

/** A page of the queue; next is the cursor of the one after, "" at the end. */
export interface QueuePage {
  cards: Card[];
  next: string;
}

/** How many a query finds; more says that others were not counted. */
export interface Found {
  n: number;
  more: boolean;
}

export interface NamedView {
  name: string;
  query: QueueQuery;
}

export type ManyAction = 'assign' | 'dismiss' | 'restore';

/** Something done to the reviews named, or else to all that a query finds. */
export interface Many {
  action: ManyAction;
  ids: number[];
  query: QueueQuery;
  assignee: string;
  reason: string;
}

export interface Choices {
  people: string[];
  structures: string[];
}
