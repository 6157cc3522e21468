-- What the assistant was asked, the questions that no sheet covers, and the
-- replies that cite a sheet which changed.
CREATE TABLE question (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL, -- Unix milliseconds
  follows INTEGER REFERENCES question (id) ON DELETE SET NULL,
  text    TEXT    NOT NULL,
  answer  TEXT    NOT NULL  -- JSON: review.Answer
) STRICT;

CREATE TABLE missing_sheet (
  id       INTEGER PRIMARY KEY,
  question TEXT    NOT NULL,
  words    TEXT    NOT NULL UNIQUE, -- sorted stems: the same question worded alike counts once
  asked    INTEGER NOT NULL,        -- times
  first_at INTEGER NOT NULL,        -- Unix milliseconds
  last_at  INTEGER NOT NULL,
  closed   INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0,1))
) STRICT;
-- The reviews that ask it; where the last one is erased, so is its question.
CREATE TABLE missing_review (
  missing INTEGER NOT NULL REFERENCES missing_sheet (id) ON DELETE CASCADE,
  review  INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  PRIMARY KEY (missing, review)
) STRICT, WITHOUT ROWID;
CREATE INDEX missing_review_of ON missing_review (review);
CREATE TRIGGER missing_unasked AFTER DELETE ON missing_review BEGIN
  DELETE FROM missing_sheet WHERE id = OLD.missing AND NOT EXISTS (SELECT 1 FROM missing_review WHERE missing = OLD.missing);
END;

CREATE TABLE sheet_alert (
  id     INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL, -- Unix milliseconds
  review INTEGER NOT NULL,
  number INTEGER NOT NULL, -- the version that cites the sheet
  kind   TEXT    NOT NULL,
  sheet  TEXT    NOT NULL,
  title  TEXT    NOT NULL,
  url    TEXT    NOT NULL,
  what   TEXT    NOT NULL CHECK (what IN ('changed','gone')),
  before TEXT    NOT NULL, -- dates, YYYY-MM-DD
  after  TEXT    NOT NULL,
  lost   INTEGER NOT NULL CHECK (lost IN (0,1)), -- whether the very passage cited is gone
  seen   INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0,1)),
  UNIQUE (review, number, kind, sheet, after),
  FOREIGN KEY (review, number) REFERENCES reply (review, number) ON DELETE CASCADE
) STRICT;
