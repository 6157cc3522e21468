package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strings"

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
	dir   string   // of the profile
	after []string // what puts it all up again
	added map[review.State]int
	since int64          // the id of the last review added before
	filed map[int64]bool // reviews added since whose first line of history is filed
}

func startFlood(ctx context.Context, tx *sql.Tx, dir string, since int64) (*flood, error) {
	f := &flood{ctx: ctx, tx: tx, dir: dir, added: map[review.State]int{}, since: since, filed: map[int64]bool{}}
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

// rememberFirst files the first line of history of a review that came again in
// the same file: the line tells the state that it came in.
func (f *flood) rememberFirst(id int64, came review.State, remember func(review.Review, review.State) error) error {
	if id <= f.since || f.filed[id] {
		return nil
	}
	f.filed[id] = true
	return remember(review.Review{ID: id, State: came}, "")
}

// stretch is how many reviews one statement files the history of: SQLite holds
// its answer in memory, since it reads the table that it writes.
const stretch = 50_000

// history files the first line of the reviews added since, up to the last.
func (f *flood) history(batch, last, now int64) error {
	for from := f.since; from < last; from += stretch {
		_, err := f.tx.ExecContext(f.ctx, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply)
			SELECT id, ?, ?, '', state, '', '', 0 FROM review WHERE id > ? AND id <= ? AND batch = ? AND NOT EXISTS (SELECT 1 FROM history h WHERE h.review = review.id) ORDER BY id`,
			now, review.Import, from, from+stretch, batch)
		if err != nil {
			return err
		}
	}
	return nil
}

// end puts up what start took down, files the history and adds what was
// counted meanwhile.
func (f *flood) end(batch, last, now int64) error {
	if err := f.spill(); err != nil {
		return err
	}
	err := f.settle(batch, last, now)
	return errors.Join(err, f.run([]string{`PRAGMA temp_store = MEMORY`}))
}

// spill lets nameless files in the profile's folder hold the keys that the
// indexes sort. In memory, where all other passing tables are, they would grow
// with the import.
func (f *flood) spill() error {
	return f.run([]string{`PRAGMA temp_store = FILE`, `PRAGMA temp_store_directory = '` + strings.ReplaceAll(f.dir, `'`, `''`) + `'`})
}

// drainRows are more rows than the cache of the import has pages, of which one
// holds four reviews of the usual length.
const drainRows = 6 * importKiB / 4

// drain reads until the cache of the rows, too large from here on, has given
// all that it was to write to the log: a statement that writes would push the
// pages out as well, and keep a copy of each in memory to undo itself by.
func (f *flood) drain() error {
	var n int
	return f.tx.QueryRowContext(f.ctx, `SELECT count(text) FROM (SELECT text FROM review ORDER BY id LIMIT ?)`, drainRows).Scan(&n)
}

func (f *flood) settle(batch, last, now int64) error {
	if err := f.drain(); err != nil {
		return err
	}
	if err := f.history(batch, last, now); err != nil {
		return err
	}
	for state, n := range f.added {
		if _, err := f.tx.ExecContext(f.ctx, `UPDATE state_count SET n = n + ? WHERE state = ?`, n, state); err != nil {
			return err
		}
	}
	return f.run(f.after)
}
