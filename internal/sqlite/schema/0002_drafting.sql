-- The queue of drafts that the machine writes by itself, and how fast it does.
CREATE TABLE task (
  review   INTEGER PRIMARY KEY REFERENCES review (id) ON DELETE CASCADE,
  state    TEXT    NOT NULL CHECK (state IN ('waiting','running','failed')),
  position INTEGER NOT NULL, -- lowest first; it may be negative
  ahead    INTEGER NOT NULL CHECK (ahead IN (0,1)),
  tries    INTEGER NOT NULL DEFAULT 0,
  reason   TEXT    NOT NULL DEFAULT '', -- code of the last failure
  writer   TEXT    NOT NULL,
  model    TEXT    NOT NULL,
  added_at INTEGER NOT NULL -- Unix milliseconds
) STRICT;
CREATE INDEX task_order ON task (state, position, review);

CREATE TABLE pause (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  reason TEXT    NOT NULL
) STRICT;
INSERT INTO pause (one, reason) VALUES (1, '');

CREATE TABLE pace (
  hash                TEXT    NOT NULL, -- of the model's manifest
  model               TEXT    NOT NULL,
  load_s              REAL    NOT NULL,
  first_token_s       REAL    NOT NULL,
  prompt_tokens       INTEGER NOT NULL,
  prompt_tokens_per_s REAL    NOT NULL,
  tokens_per_s        REAL    NOT NULL,
  measured_at         INTEGER NOT NULL, -- Unix milliseconds, 0 for never
  drafts              INTEGER NOT NULL,
  draft_s             REAL    NOT NULL,
  cache_reuse         REAL    NOT NULL,
  PRIMARY KEY (hash, model)
) STRICT, WITHOUT ROWID;
