-- The queue of reviews, their replies and their history.
CREATE TABLE batch (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL, -- Unix milliseconds
  format     TEXT    NOT NULL,
  read       INTEGER NOT NULL DEFAULT 0,
  added      INTEGER NOT NULL DEFAULT 0,
  updated    INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  rejected   INTEGER NOT NULL DEFAULT 0,
  with_reply INTEGER NOT NULL DEFAULT 0,
  CHECK (read = added + updated + duplicates + rejected)
) STRICT;

CREATE TABLE review (
  id                 INTEGER PRIMARY KEY,
  source             TEXT    NOT NULL,
  external_id        TEXT    NOT NULL,
  state              TEXT    NOT NULL CHECK (state IN ('new','drafting','drafted','submitted','validated','exported','dismissed')),
  version            INTEGER NOT NULL DEFAULT 1,
  written_at         INTEGER NOT NULL, -- Unix seconds
  due_at             INTEGER NOT NULL, -- Unix seconds
  title              TEXT    NOT NULL,
  text               TEXT    NOT NULL,
  author             TEXT    NOT NULL,
  sentiment          TEXT    NOT NULL CHECK (sentiment IN ('','positive','neutral','negative')),
  verdict            TEXT    NOT NULL CHECK (verdict IN ('','useful','not_useful')),
  visitors_useful    INTEGER NOT NULL,
  visitors_useless   INTEGER NOT NULL,
  answered_elsewhere INTEGER NOT NULL CHECK (answered_elsewhere IN (0,1)),
  details            TEXT    NOT NULL, -- JSON: all else that the file said
  digest             BLOB    NOT NULL, -- SHA-256 of what the file said, to know a change
  reply              INTEGER NOT NULL DEFAULT 0, -- number of the version in force
  batch              INTEGER NOT NULL REFERENCES batch (id),
  UNIQUE (source, external_id)
) STRICT;
CREATE INDEX review_queue ON review (state, due_at, id);

CREATE VIRTUAL TABLE review_words USING fts5 (
  stems, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO review_words (review_words, rank) VALUES ('secure-delete', 1);

CREATE TABLE reply (
  review         INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  number         INTEGER NOT NULL CHECK (number > 0),
  greeting       TEXT    NOT NULL,
  body           TEXT    NOT NULL,
  closing        TEXT    NOT NULL,
  signature      TEXT    NOT NULL,
  writer         TEXT    NOT NULL CHECK (writer IN ('trame','ollama','hand')),
  model          TEXT    NOT NULL,
  model_hash     TEXT    NOT NULL,
  prompt_version TEXT    NOT NULL,
  actor          TEXT    NOT NULL,
  partial        INTEGER NOT NULL CHECK (partial IN (0,1)),
  sealed         INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0,1)), -- submitted or validated once: never rewritten
  written_at     INTEGER NOT NULL, -- Unix milliseconds
  sources        TEXT    NOT NULL, -- JSON
  findings       TEXT    NOT NULL, -- JSON
  first_token    INTEGER NOT NULL, -- nanoseconds
  tokens         INTEGER NOT NULL,
  tokens_per_s   REAL    NOT NULL,
  PRIMARY KEY (review, number)
) STRICT;

CREATE TABLE history (
  id         INTEGER PRIMARY KEY,
  review     INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  at         INTEGER NOT NULL, -- Unix milliseconds
  action     TEXT    NOT NULL,
  from_state TEXT    NOT NULL,
  to_state   TEXT    NOT NULL,
  actor      TEXT    NOT NULL,
  reason     TEXT    NOT NULL,
  reply      INTEGER NOT NULL
) STRICT;
CREATE INDEX history_of ON history (review, id);
CREATE INDEX history_validated ON history (review, at) WHERE action = 'validate';

CREATE TABLE rejected (
  id        INTEGER PRIMARY KEY,
  batch     INTEGER NOT NULL REFERENCES batch (id),
  line      INTEGER NOT NULL,
  reason_fr TEXT    NOT NULL,
  reason_en TEXT    NOT NULL,
  raw       TEXT    NOT NULL
) STRICT;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Counters kept by triggers: counting a million rows at every look would not do.
CREATE TABLE state_count (
  state TEXT PRIMARY KEY,
  n     INTEGER NOT NULL CHECK (n >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO state_count (state, n) VALUES
  ('new',0),('drafting',0),('drafted',0),('submitted',0),('validated',0),('exported',0),('dismissed',0);
CREATE TRIGGER review_added AFTER INSERT ON review BEGIN
  UPDATE state_count SET n = n + 1 WHERE state = NEW.state;
END;
CREATE TRIGGER review_moved AFTER UPDATE OF state ON review WHEN OLD.state <> NEW.state BEGIN
  UPDATE state_count SET n = n - 1 WHERE state = OLD.state;
  UPDATE state_count SET n = n + 1 WHERE state = NEW.state;
END;
CREATE TRIGGER review_removed AFTER DELETE ON review BEGIN
  UPDATE state_count SET n = n - 1 WHERE state = OLD.state;
END;
