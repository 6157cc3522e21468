package sqlite

import (
	"context"
	"database/sql"

	"ecritoire/internal/review"
)

// floodFrom is how many reviews one import adds before what follows each row
// is put off to its end: sorting an index once costs a third of filling it row
// by row, but it reads the reviews that were there before as well.
const floodFrom = 10_000

// flood is an import large beside what was there: its indexes and counters
// are taken down, inside the transaction, and put up again at its end. A
// reader, or whoever opens the profile after a crash, never sees it.
type flood struct {
	ctx   context.Context
	tx    *sql.Tx
	after []string // what puts it all up again
	added map[review.State]int
}

func startFlood(ctx context.Context, tx *sql.Tx) (*flood, error) {
	f := &flood{ctx: ctx, tx: tx, added: map[review.State]int{}}
	rows, err := tx.QueryContext(ctx, `SELECT type, name, sql FROM sqlite_schema WHERE name IN
		('review_queue', 'review_facet', 'review_structure', 'review_likeness', 'review_added', 'late_added')`)
	if err != nil {
		return nil, err
	}
	downs, err := collect(rows, func(r *sql.Rows) (down string, err error) {
		var kind, name, up string
		err = r.Scan(&kind, &name, &up)
		f.after = append(f.after, up)
		return `DROP ` + kind + ` ` + name, err
	})
	if err != nil {
		return nil, err
	}
	return f, f.run(downs)
}

func (f *flood) run(all []string) error {
	for _, q := range all {
		if _, err := f.tx.ExecContext(f.ctx, q); err != nil {
			return err
		}
	}
	return nil
}

// end puts up what start took down and adds what was counted meanwhile.
func (f *flood) end() error {
	for state, n := range f.added {
		if _, err := f.tx.ExecContext(f.ctx, `UPDATE state_count SET n = n + ? WHERE state = ?`, n, state); err != nil {
			return err
		}
	}
	return f.run(f.after)
}
