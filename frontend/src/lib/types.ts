// The shapes that Go sends, as agreed with app.Desk. Times are RFC 3339
// strings, "" when there is none; offsets count Unicode code points.
import type { Wish } from './types.choice.ts';

export type * from './types.ask.ts';
export type * from './types.choice.ts';
export type * from './types.edit.ts';
export type * from './types.intake.ts';
export type * from './types.figures.ts';
export type * from './types.machine.ts';
export type * from './types.queue.ts';
export type * from './types.retention.ts';

export type State =
  'new' | 'drafting' | 'drafted' | 'submitted' | 'validated' | 'exported' | 'dismissed';
export type Action =
  'draft' | 'edit' | 'prefer' | 'submit' | 'return' | 'validate' | 'reopen' | 'dismiss' | 'restore';
export type Sentiment = 'positive' | 'neutral' | 'negative' | '';
export type WriterName = 'trame' | 'ollama';
export type Language = 'fr' | 'en';
export type ExportFormat = 'csv' | 'jsonl' | 'spplus';

/** What every rejected call becomes, in the agent's language. */
export interface Failure {
  code: string;
  message: string;
  hint: string;
}

export interface Writer {
  name: WriterName;
  available: boolean;
  detail: string;
}

export interface Status {
  version: string;
  profile: string;
  service: string;
  person: string;
  language: Language;
  writer: WriterName;
  writers: Writer[];
  counts: Partial<Record<State, number>>;
  late: number;
  four_eyes: boolean;
  exports_dir: string;
}

/** One line of the queue. days_left is negative when the reply is late. */
export interface Card {
  id: number;
  state: State;
  sentiment: Sentiment;
  title: string;
  excerpt: string;
  due_at: string;
  written_at: string;
  days_left: number;
  subject: string;
  blocking: number;
  warnings: number;
  answered_elsewhere: boolean;
  /** Hits of the search, in code points. */
  title_marks: Span[];
  marks: Span[];
}

export interface Span {
  start: number;
  end: number;
}

/** A point raised, as numbered in the text and in the findings. */
export interface Point extends Span {
  number: number;
}

export interface Personal extends Span {
  kind: string;
}

export interface Notice {
  kind: 'urgent' | 'insult' | 'order' | 'language' | 'long' | 'instead' | 'outdated';
  message: string;
}

export interface Review {
  id: number;
  source: string;
  external_id: string;
  state: State;
  version: number;
  title: string;
  text: string;
  author: string;
  posted_as: string;
  written_at: string;
  due_at: string;
  days_left: number;
  sentiment: Sentiment;
  themes: { name: string; sentiment: Sentiment }[];
  channels: string[];
  structure: string;
  typology: string;
  tags: string[];
  answered_elsewhere: boolean;
  earlier_reply: string;
}

/** start and end stand in the whole reply; both 0 when it is about all of it. */
export interface Finding extends Span {
  rule: string;
  severity: 'block' | 'warn' | 'info';
  message: string;
  repair: string | null;
}

export interface Source {
  sheet: string;
  kind: string;
  title: string;
  url: string;
  date: string;
  passage: string;
}

/** What the agent may change in a reply. */
export interface ReplyText {
  greeting: string;
  body: string;
  closing: string;
  signature: string;
}

export interface Reply extends ReplyText {
  number: number;
  text: string;
  writer: WriterName | 'hand';
  model: string;
  by: string;
  written_at: string;
  partial: boolean;
  sources: Source[];
  findings: Finding[];
  wish: Wish;
  /** Whether Prompt can open what a model was given. */
  prompted: boolean;
  /** The reason's code; "" for a version that was not rejected. */
  rejected: string;
}

export interface HistoryEvent {
  at: string;
  action: string;
  from: State | '';
  to: State;
  by: string;
  reason: string;
  reply: number;
}

/** Everything about one review. versions: the one in force, then newest first, at most 50. */
export interface Dossier {
  review: Review;
  points: Point[];
  personal: Personal[];
  notices: Notice[];
  reply: Reply | null;
  versions: Reply[];
  history: HistoryEvent[];
  allowed: Action[];
  /** The longest reply where it appears, in code points; 0 for no limit. */
  limit: number;
  assignee: string;
  /** When a review that was put off comes back, else "". */
  until: string;
}

/** reply is the number being edited, 0 to start a new version. */
export interface SaveRequest extends ReplyText {
  id: number;
  version: number;
  reply: number;
}

export interface Saved {
  version: number;
  number: number;
  saved_at: string;
  findings: Finding[];
}

export interface Frames {
  greeting: string;
  closings: string[];
  signatures: string[];
}

export interface ImportReport {
  batch: number | string;
  format: string;
  read: number;
  added: number;
  updated: number;
  duplicates: number;
  rejected: number;
  with_reply: number;
}

/** value of kind "lines" joins its lines by \n; "bool" is "true" or "false". */
export interface Setting {
  key: string;
  kind: 'text' | 'lines' | 'bool' | 'number' | 'choice';
  value: string;
  choices: string[];
  label: string;
  help: string;
}

/** What the window may remember. */
export type PreferenceName = 'panes' | 'keys' | 'look' | 'words';

export interface Satisfaction {
  useful: number;
  n: number;
  share: number | null;
}

/**
 * What agents made of one writer's drafts. The shares run from 0 to 1 and stand
 * on those that were sent, kept and edited; changes counts these by how much
 * of them was changed. null while nothing was sent.
 */
export interface DraftFigures {
  writer: string;
  kept: number;
  edited: number;
  rejected: number;
  mean_change: number | null;
  median_kept: number | null;
  changes: { nothing: number; quarter: number; half: number; more: number };
}

/** Shares run from 0 to 1; null while there is nothing to divide by. */

export interface Figures {
  reviews: number;
  answered: number;
  replies: { by_model: number; by_trame: number; by_hand: number };
  assisted_share: number | null;
  answering_days: { mean: number | null; median: number | null; n: number };
  satisfaction: Satisfaction;
  earlier_satisfaction: Satisfaction;
  drafts: DraftFigures[];
  visitors: { useful: number; useless: number };
}

/** body is the whole body so far; seq only grows within a run. */
export interface DraftEvent {
  run: string;
  seq: number;
  id: number;
  body: string;
  state: 'writing' | 'done' | 'stopped' | 'failed';
  error: Failure | null;
}
