// What is kept for how long, and what was erased.
import type { State } from './types.ts';

/** What one clock has run out for. */
export interface Expiry {
  source: string;
  state: State;
  months: number;
  reviews: number;
  /** Rows kept aside, which follow the clock of new reviews. */
  quarantined: number;
}

export interface Expired {
  clocks: Expiry[] | null;
  ids: number[] | null;
  quarantined: number[] | null;
}

/** Where a person was found. */
export interface Traces {
  reviews: number[] | null;
  quarantined: number[] | null;
}

/** A certificate of erasure, without a word of what was erased. */
export interface Proof {
  id: number;
  at: string;
  reason: string;
  by: string;
  reviews: number;
  replies: number;
  quarantined: number;
  hash: string;
}
