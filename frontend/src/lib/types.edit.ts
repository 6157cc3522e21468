// The shapes that Go sends about writing a reply.

/** The words that the service keeps ready for its replies. */
export interface Phrases {
  /** Its own sentences. */
  house: string[];
  /** How to reach it. */
  contacts: string[];
}

/** A reply that this service validated to a review like the one on screen, without personal data. */
export interface Past {
  review: number;
  said: string;
  body: string;
  /** What a writer gave; '' where it was written by hand. */
  draft: string;
  written_at: string;
  /** How much of the draft was changed, 0 to 1; 1 where it was written by hand. */
  changed: number;
}
