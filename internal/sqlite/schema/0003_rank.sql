-- What an agent asks for now goes before what is drafted ahead of the reading,
-- and both before the rest: position alone let one overtake the other.
ALTER TABLE task ADD COLUMN rank INTEGER NOT NULL DEFAULT 2; -- review.Rank
DROP INDEX task_order;
CREATE INDEX task_order ON task (state, rank, position, review);
