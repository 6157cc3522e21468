// The shapes that Go sends about reference sheets and the assistant.
import type { Source, State, WriterName } from './types.ts';

/** A sentence of an answer; case is the heading path under which it is true. */
export interface Statement {
  text: string;
  case: string[];
  sources: Source[];
}

/** A sheet that was found, with its passage that answers best. */
export interface Hit extends Source {
  /** Of the passage, the widest first. */
  heading: string[];
  /** How likely it bears on the question, 0 to 1. */
  score: number;
  bears: boolean;
}

export interface Answer {
  id: number;
  at: string;
  question: string;
  /** The question that this one goes on from; 0 for none. */
  follows: number;
  answer: Statement[];
  abstained: boolean;
  reason: string;
  /** '' where passages stand as they are. */
  writer: WriterName | '';
  model: string;
  /** Sentences of a model that no passage supports: they were never shown. */
  removed: number;
  near: Hit[];
}

/** What of an answer is written and supported so far; run grows with each question. */
export interface AnswerEvent {
  run: number;
  answer: Statement[];
}

/** The newest first; next is where the page after begins, 0 at the end. */
export interface AnswerPage {
  answers: Answer[];
  next: number;
}

/** One passage of a sheet under its headings, the widest first. */
export interface Section {
  heading: string[];
  text: string;
}

/** A whole reference sheet. */
export interface WholeSheet {
  sheet: string;
  kind: string;
  title: string;
  url: string;
  /** YYYY-MM-DD */
  date: string;
  summary: string;
  /** Its themes, the widest first. */
  path: string[];
  source: string;
  licence: string;
  pack: string;
  sections: Section[];
}

export interface PackSource {
  name: string;
  licence: string;
  /** YYYY-MM-DD of its newest sheet, '' for unknown. */
  date: string;
  hash: string;
  sheets: number;
  /** Documents that could not be read as sheets. */
  unread: number;
}

export interface PackCard {
  name: string;
  built_at: string;
  sheets: number;
  sources: PackSource[];
}

/** A question that no sheet covers. */
export interface MissingSheet {
  id: number;
  question: string;
  asked: number;
  last_at: string;
  reviews: number[];
}

/** A reply that cites a sheet which changed or went away. */
export interface SheetAlert {
  id: number;
  at: string;
  review: number;
  /** The version that cites it. */
  number: number;
  state: State;
  what: 'changed' | 'gone';
  sheet: string;
  kind: string;
  title: string;
  before: string;
  after: string;
  /** Whether the passage itself that it cites is no longer there. */
  lost: boolean;
}
