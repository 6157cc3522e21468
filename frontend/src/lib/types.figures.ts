// What the settings' preview and the charts ask of Go.

/** An announced delay: in calendar days, or in working days. */
export interface Calendar {
  days: number;
  working: boolean;
  moselle: boolean;
}

/** By what a series is cut. */
export type SeriesBy = 'week' | 'month';

/**
 * What happened in a week or a month; from is its first day. Replies count in
 * the period of their first validation, reviews in that of their writing.
 */
export interface Period {
  from: string;
  reviews: number;
  by_model: number;
  by_trame: number;
  by_hand: number;
  /** Median days from a review to its validation; null for no reply. */
  median_days: number | null;
}
