-- The queue at full size. Its order is (written_at, id) everywhere: one
-- announced delay holds for all reviews and a later one is never due earlier
-- (review.Calendar), so that this is the order of deadlines too. "seat" is
-- that order as one number; the full-text index is filed by it, so that the
-- hits of a common word come in the queue's order without being sorted.
ALTER TABLE review ADD COLUMN structure TEXT    NOT NULL DEFAULT ''; -- review.Structure()
ALTER TABLE review ADD COLUMN language  TEXT    NOT NULL DEFAULT ''; -- reading.Language
ALTER TABLE review ADD COLUMN themes    INTEGER NOT NULL DEFAULT 0;  -- one bit for each of review.ThemeNames
ALTER TABLE review ADD COLUMN facet     INTEGER NOT NULL DEFAULT 0;  -- facet.id
ALTER TABLE review ADD COLUMN assignee  TEXT    NOT NULL DEFAULT '';
ALTER TABLE review ADD COLUMN findings  INTEGER NOT NULL DEFAULT 0;  -- of the version in force, those that block or warn
ALTER TABLE review ADD COLUMN outdated  INTEGER NOT NULL DEFAULT 0 CHECK (outdated IN (0,1)); -- the text changed after a reply was begun
ALTER TABLE review ADD COLUMN likeness  INTEGER NOT NULL DEFAULT 0;  -- least hash of six stems in a row; 0 for a text too short to compare
ALTER TABLE review ADD COLUMN twin      INTEGER NOT NULL DEFAULT 0;  -- id of the first of the reviews that say nearly the same; 0 for none
ALTER TABLE review ADD COLUMN seat      INTEGER GENERATED ALWAYS AS ((written_at << 24) | id) VIRTUAL;

DROP INDEX review_queue;
CREATE INDEX review_queue     ON review (state, due_at, written_at, facet);
CREATE INDEX review_facet     ON review (state, facet, written_at);
CREATE INDEX review_structure ON review (structure, state, written_at) WHERE structure <> '';
CREATE INDEX review_assignee  ON review (assignee, state, written_at) WHERE assignee <> '';
CREATE INDEX review_findings  ON review (state, written_at) WHERE findings > 0;
CREATE INDEX review_twins     ON review (state, written_at) WHERE twin > 0;
CREATE INDEX review_twin      ON review (twin) WHERE twin > 0;
CREATE INDEX review_likeness  ON review (likeness) WHERE likeness <> 0;

-- The combinations of what a row can be filtered by, numbered: there are a few
-- hundred of them, and a filter reads the stretches of those that it takes.
CREATE TABLE facet (
  id        INTEGER PRIMARY KEY,
  source    TEXT    NOT NULL,
  sentiment TEXT    NOT NULL,
  language  TEXT    NOT NULL,
  themes    INTEGER NOT NULL,
  UNIQUE (source, sentiment, language, themes)
) STRICT;

DROP TABLE review_words;
CREATE VIRTUAL TABLE review_stems USING fts5 (
  stems, content='', contentless_delete=1, tokenize='ascii'
);
INSERT INTO review_stems (review_stems, rank) VALUES ('secure-delete', 1);
INSERT INTO review_stems (review_stems, rank) VALUES ('hashsize', 16777216);
INSERT INTO review_stems (review_stems, rank) VALUES ('automerge', 16); -- a search reads a few pieces more, an import writes each word once less

-- In how many reviews each stem stands: what a search weighs its ways by.
CREATE TABLE stem (
  stem TEXT    PRIMARY KEY,
  docs INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How many open reviews were due before the moment "at": the count for any
-- other moment differs by those due in between.
CREATE TABLE late (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  at  INTEGER NOT NULL, -- Unix seconds
  n   INTEGER NOT NULL CHECK (n >= 0)
) STRICT;
INSERT INTO late (one, at, n) VALUES (1, -9223372036854775808, 0);
CREATE TRIGGER late_added AFTER INSERT ON review WHEN NEW.state IN ('new','drafting','drafted','submitted') AND NEW.due_at < (SELECT at FROM late) BEGIN
  UPDATE late SET n = n + 1;
END;
CREATE TRIGGER late_moved AFTER UPDATE OF state, due_at ON review BEGIN
  UPDATE late SET n = n + (NEW.state IN ('new','drafting','drafted','submitted') AND NEW.due_at < at)
                        - (OLD.state IN ('new','drafting','drafted','submitted') AND OLD.due_at < at);
END;
CREATE TRIGGER late_removed AFTER DELETE ON review WHEN OLD.state IN ('new','drafting','drafted','submitted') BEGIN
  UPDATE late SET n = n - 1 WHERE OLD.due_at < at;
END;

-- A version begun after the text changed is not outdated.
CREATE TRIGGER outdated_over AFTER INSERT ON reply BEGIN
  UPDATE review SET outdated = 0 WHERE id = NEW.review AND outdated = 1;
END;

-- Findings of the version in force.
CREATE TRIGGER findings_written AFTER INSERT ON reply BEGIN
  UPDATE review SET findings = (SELECT count(*) FROM json_each(NEW.findings) WHERE value ->> 'severity' <> 'info') WHERE id = NEW.review AND reply = NEW.number;
END;
CREATE TRIGGER findings_changed AFTER UPDATE OF findings ON reply BEGIN
  UPDATE review SET findings = (SELECT count(*) FROM json_each(NEW.findings) WHERE value ->> 'severity' <> 'info') WHERE id = NEW.review AND reply = NEW.number;
END;
CREATE TRIGGER findings_preferred AFTER UPDATE OF reply ON review WHEN OLD.reply <> NEW.reply BEGIN
  UPDATE review SET findings = coalesce((SELECT (SELECT count(*) FROM json_each(p.findings) WHERE value ->> 'severity' <> 'info')
    FROM reply p WHERE p.review = NEW.id AND p.number = NEW.reply), 0) WHERE id = NEW.id;
END;
UPDATE review SET findings = coalesce((SELECT (SELECT count(*) FROM json_each(p.findings) WHERE value ->> 'severity' <> 'info')
  FROM reply p WHERE p.review = review.id AND p.number = review.reply), 0) WHERE reply > 0;

ALTER TABLE batch ADD COLUMN first     INTEGER NOT NULL DEFAULT 0; -- least id of the reviews it added, 0 for none
ALTER TABLE batch ADD COLUMN last      INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN origin    TEXT    NOT NULL DEFAULT '{}'; -- JSON: review.Origin
ALTER TABLE batch ADD COLUMN undone_at INTEGER NOT NULL DEFAULT 0; -- Unix milliseconds, 0 for never
UPDATE batch SET first = coalesce((SELECT min(id) FROM review WHERE batch = batch.id), 0), last = coalesce((SELECT max(id) FROM review WHERE batch = batch.id), 0);
CREATE TABLE batch_before (
  batch  INTEGER NOT NULL REFERENCES batch (id),
  review INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  was    TEXT    NOT NULL, -- JSON: the columns that the batch replaced
  PRIMARY KEY (batch, review)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_before_of ON batch_before (review);

ALTER TABLE rejected ADD COLUMN taken_at INTEGER NOT NULL DEFAULT 0; -- Unix milliseconds, 0 while it waits

-- The last action on many reviews at once, to be undone.
CREATE TABLE bulk (
  review INTEGER PRIMARY KEY REFERENCES review (id) ON DELETE CASCADE,
  what   TEXT    NOT NULL CHECK (what IN ('assign','dismiss','restore')),
  was    TEXT    NOT NULL, -- the assignee, or the state
  version INTEGER NOT NULL  -- that the action left
) STRICT;

CREATE TABLE named_view (
  name   TEXT PRIMARY KEY,
  filter TEXT NOT NULL -- JSON: review.Filter
) STRICT, WITHOUT ROWID;

-- What was erased, when and why, without a word of it.
CREATE TABLE certificate (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL, -- Unix milliseconds
  reason  TEXT    NOT NULL,
  actor   TEXT    NOT NULL,
  reviews INTEGER NOT NULL,
  replies INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  hash    TEXT    NOT NULL -- SHA-256 of the sources and ids that were erased, hexadecimal
) STRICT;
