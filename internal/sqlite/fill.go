package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"math"

	"ecritoire/internal/review"
)

// fills are the parts of a migration that SQL cannot do: what they derive from
// texts is read by Go. They run after the script of that name, in the same
// transaction.
var fills = map[string]func(context.Context, *sql.Tx) error{
	"schema/0006_queue.sql": fillQueue,
}

// fillBatch is how many reviews are derived at a time.
const fillBatch = 1000

// fillQueue derives for the reviews that were there what an import derives for
// new ones.
func fillQueue(ctx context.Context, tx *sql.Tx) error {
	words, err := newWordIndex(ctx, tx)
	if err != nil {
		return err
	}
	all, err := loadFacets(ctx, tx)
	if err != nil {
		return err
	}
	for last := int64(math.MinInt64); ; {
		some, err := readSome(ctx, tx, last)
		if err != nil {
			return err
		}
		for _, r := range some {
			if err := derive(ctx, tx, words, all, r); err != nil {
				return err
			}
			last = r.ID
		}
		if len(some) < fillBatch {
			return errors.Join(words.flush(), pair(ctx, tx, leadersOfMany, 1, 0))
		}
	}
}

func readSome(ctx context.Context, tx *sql.Tx, after int64) ([]review.Review, error) {
	rows, err := tx.QueryContext(ctx, `SELECT `+columns+` FROM review WHERE id > ? ORDER BY id LIMIT ?`, after, fillBatch)
	if err != nil {
		return nil, err
	}
	return readReviews(rows)
}

func derive(ctx context.Context, tx *sql.Tx, words *wordIndex, all facets, r review.Review) error {
	x := words.read(r)
	facet, err := all.of(ctx, tx, r, x.Language)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE review SET structure = ?, language = ?, themes = ?, facet = ?, likeness = ? WHERE id = ?`,
		r.Structure(), string(x.Language), themeBits(r), facet, x.Likeness, r.ID)
	if err != nil {
		return err
	}
	return words.add(r, x)
}
