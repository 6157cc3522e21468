// The shapes of importing files, as agreed with app.Desk.

/** What a column of a file may say about a review. */
export type Field = string;
/** Which column gives each field. */
export type Mapping = Record<Field, string>;

/** How a file is to be read; empty lets it be recognised. */
export interface ImportHow {
  format: string;
  mapping: Mapping;
}

export interface Guess {
  format: string;
  confidence: number;
}

/** field is "" or left out where nothing of the column is used. */
export interface Column {
  name: string;
  field?: Field;
  dropped: boolean;
  example: string;
}

/** rejected says why the row gives no review, "" where it gives one. */
export interface PreviewRow {
  rejected: string;
  line: number;
  written_at: string;
  title: string;
  excerpt: string;
  sentiment: string;
  author: string;
  answered: boolean;
}

/** format is "" where none is sure enough; there are no rows then. */
export interface FilePreview {
  path: string;
  name: string;
  format: string;
  confidence: number;
  candidates: Guess[];
  container: string;
  encoding: string;
  columns: Column[];
  fields: Field[];
  rows: PreviewRow[];
}

/** What an import would do: rows is estimated unless whole, 0 where nothing tells. */
export interface Foreseen {
  looked: number;
  whole: boolean;
  rows: number;
  added: number;
  updated: number;
  duplicates: number;
  rejected: number;
  with_reply: number;
}

/** share runs from 0 to 1; at 1 what was read is put in order. */
export interface ImportEvent {
  read: number;
  share: number;
  left_s: number;
  finish_at: string;
}

export interface BatchCard {
  batch: number;
  format: string;
  read: number;
  added: number;
  updated: number;
  duplicates: number;
  rejected: number;
  with_reply: number;
  at: string;
  undone_at: string;
  /** Rows that still wait to be mended. */
  waiting: number;
}

export interface BatchPage {
  batches: BatchCard[];
  waiting: number;
}

/** A row that gave no review. header is "" where its file has none. */
export interface WaitingRow {
  id: number;
  batch: number;
  format: string;
  header: string;
  line: number;
  reason: string;
  raw: string;
}

/** next is the number to ask the page after with, 0 at the end. */
export interface QuarantinePage {
  rows: WaitingRow[];
  next: number;
}

export interface Retried {
  tried: number;
  taken: number;
}
