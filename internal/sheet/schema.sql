-- A pack is written once and only read afterwards.
CREATE TABLE pack (
  name TEXT NOT NULL,
  hash TEXT NOT NULL,          -- of all sheets' hashes, in their order
  built_at TEXT NOT NULL,      -- RFC 3339
  sheets INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  dimensions INTEGER NOT NULL  -- of the latent space
) STRICT;
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL, licence TEXT NOT NULL, date TEXT NOT NULL, hash TEXT NOT NULL,
  sheets INTEGER NOT NULL, unread INTEGER NOT NULL
) STRICT;
CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,      -- from 0, without gaps: the place in every array
  sheet TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, date TEXT NOT NULL,
  summary TEXT NOT NULL,
  path TEXT NOT NULL,          -- a JSON array, the widest theme first
  source INTEGER NOT NULL REFERENCES source (id),
  hash TEXT NOT NULL,
  first INTEGER NOT NULL,      -- its first passage
  UNIQUE (kind, sheet)
) STRICT;
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,      -- from 0, without gaps, in the order of the sheets
  heading TEXT NOT NULL,       -- a JSON array, the widest heading first
  text TEXT NOT NULL
) STRICT;
CREATE TABLE term (
  term TEXT PRIMARY KEY,
  sheets INTEGER NOT NULL,     -- that hold it
  postings BLOB NOT NULL,
  places BLOB NOT NULL,
  vector BLOB NOT NULL         -- empty for terms of a single sheet
) STRICT, WITHOUT ROWID;
CREATE TABLE bridge (
  origin TEXT NOT NULL,        -- 'family' or 'short'
  said TEXT NOT NULL,          -- stems, space between
  meant TEXT NOT NULL,         -- one stem
  weight REAL NOT NULL,        -- 0 to 1
  PRIMARY KEY (origin, said, meant)
) STRICT, WITHOUT ROWID;
CREATE TABLE flat (            -- arrays that a search holds in memory
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
