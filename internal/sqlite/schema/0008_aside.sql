-- What became of a row kept aside. Its text stays as long as the review that it
-- became, so that the same row is known when the next export brings it.
ALTER TABLE rejected ADD COLUMN source       TEXT    NOT NULL DEFAULT ''; -- with external_id, the review that the row says it is; '' where it does not tell
ALTER TABLE rejected ADD COLUMN external_id  TEXT    NOT NULL DEFAULT '';
ALTER TABLE rejected ADD COLUMN review       INTEGER NOT NULL DEFAULT 0; -- that it became, mended; 0 for none
ALTER TABLE rejected ADD COLUMN taken_by     INTEGER NOT NULL DEFAULT 0; -- the batch that took it, 0 for none
ALTER TABLE rejected ADD COLUMN discarded_at INTEGER NOT NULL DEFAULT 0; -- Unix milliseconds, 0 for never
CREATE INDEX rejected_review ON rejected (review) WHERE review > 0;
