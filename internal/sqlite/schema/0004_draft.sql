-- What a draft was asked for, what a model was given for it, and what the
-- agent made of it.
ALTER TABLE reply ADD COLUMN wish   TEXT NOT NULL DEFAULT '{}'; -- JSON: review.Wish
ALTER TABLE reply ADD COLUMN recipe TEXT NOT NULL DEFAULT '{}'; -- JSON: review.Recipe, references only

-- The stable parts of prompts and their templates: the service's words, never
-- a review's.
CREATE TABLE prompt_part (
  hash TEXT PRIMARY KEY, -- SHA-256 of the text, hexadecimal
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
  review   INTEGER NOT NULL,
  number   INTEGER NOT NULL, -- the version that a writer drafted
  judgement TEXT   NOT NULL CHECK (judgement IN ('kept','edited','rejected')),
  reason   TEXT    NOT NULL, -- of a rejection; a code of review.Reasons
  distance REAL    NOT NULL CHECK (distance BETWEEN 0 AND 1), -- from the draft to the final text
  actor    TEXT    NOT NULL,
  at       INTEGER NOT NULL, -- Unix milliseconds
  PRIMARY KEY (review, number),
  FOREIGN KEY (review, number) REFERENCES reply (review, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
