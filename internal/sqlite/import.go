package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"iter"
	"strconv"
	"time"

	"ecritoire/internal/review"
)

// Import takes the rows into the queue as one batch: all of them or, on any
// error or a cancelled ctx, none. due gives the deadline of a review. With
// dry, the same work is done and then undone, and the report's batch is 0.
func (s *Store) Import(ctx context.Context, from review.Origin, rows iter.Seq2[review.Row, error], due func(time.Time) time.Time, dry bool) (review.Report, error) {
	report := review.Report{Format: from.Format}
	err := s.within(ctx, func(tx *sql.Tx) (err error) {
		in, err := s.newIntake(ctx, tx, from, &report, due)
		if err != nil {
			return err
		}
		if err := in.all(rows); err != nil {
			return err
		}
		if dry {
			return errDry
		}
		return in.close()
	})
	if errors.Is(err, errDry) {
		report.Batch, err = 0, nil
	}
	return report, err
}

// importKiB is the page cache while rows come in, which are written all over
// the indexes. What follows them reads and writes in order.
const importKiB = 64 << 10

func cached(ctx context.Context, tx *sql.Tx, kib int) error {
	_, err := tx.ExecContext(ctx, `PRAGMA cache_size = -`+strconv.Itoa(kib))
	return err
}

var errDry = errors.New("dry run")

// intake is one import under way.
type intake struct {
	ctx                       context.Context
	each                      context.Context // of the statements of one row
	tx                        *sql.Tx
	dir                       string // of the profile
	report                    *review.Report
	due                       func(time.Time) time.Time
	find, insert, update, log *sql.Stmt
	reject, keep              *sql.Stmt
	words                     *wordIndex
	facets                    facets
	flood                     *flood // nil while the import is small
	now                       int64
	before                    int64 // reviews that were there
	first, last               int64 // ids of the reviews added
	fresh                     bool  // the last row was new
	origin                    string
	aside                     *asideRows // of earlier imports; nil until a row is rejected
}

func (s *Store) newIntake(ctx context.Context, tx *sql.Tx, from review.Origin, report *review.Report, due func(time.Time) time.Time) (*intake, error) {
	in := &intake{ctx: ctx, each: context.WithoutCancel(ctx), tx: tx, dir: s.dir, report: report, due: due, now: millis(time.Now())}
	origin, err := json.Marshal(from)
	if err != nil {
		return nil, err
	}
	res, err := tx.ExecContext(ctx, `INSERT INTO batch (at, format, origin) VALUES (?, ?, ?)`, in.now, from.Format, string(origin))
	if err != nil {
		return nil, err
	}
	if report.Batch, err = res.LastInsertId(); err != nil {
		return nil, err
	}
	in.origin = string(origin)
	return in, in.prepare()
}

func (in *intake) prepare() (err error) {
	if err := unsettleLate(in.ctx, in.tx); err != nil {
		return err
	}
	if in.words, err = newWordIndex(in.each, in.tx); err != nil {
		return err
	}
	if in.facets, err = loadFacets(in.ctx, in.tx); err != nil {
		return err
	}
	if err := in.tx.QueryRowContext(in.ctx, `SELECT sum(n) FROM state_count`).Scan(&in.before); err != nil {
		return err
	}
	return prepareAll(in.ctx, in.tx, []wanted{
		{&in.find, `SELECT id, state, version, answered_elsewhere, digest, written_at, title, text,
			EXISTS (SELECT 1 FROM history h WHERE h.review = review.id AND h.action = 'validate') FROM review WHERE source = ? AND external_id = ?`},
		{&in.insert, `INSERT INTO review (source, external_id, state, written_at, due_at, title, text, author, sentiment, verdict, visitors_useful,
			visitors_useless, answered_elsewhere, details, digest, batch, structure, language, themes, facet, likeness) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
			ON CONFLICT (source, external_id) DO NOTHING`},
		{&in.keep, `INSERT OR IGNORE INTO batch_before (batch, review, was) SELECT ?, id, ` + asJSON + ` FROM review WHERE id = ?`},
		{&in.update, `UPDATE review SET version = version + 1, state = ?, answered_elsewhere = ?, title = ?, text = ?, author = ?, sentiment = ?, verdict = ?,
			visitors_useful = ?, visitors_useless = ?, details = ?, digest = ?, written_at = ?, due_at = ?, structure = ?, language = ?, themes = ?, facet = ?, likeness = ?,
			twin = 0, outdated = outdated OR (reply > 0 AND ?) WHERE id = ?`},
		{&in.log, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply) VALUES (?,?,?,?,?,'','',0)`},
		{&in.reject, `INSERT INTO rejected (batch, line, reason_fr, reason_en, raw, source, external_id) VALUES (?,?,?,?,?,?,?)`},
	})
}

// wanted is a statement to prepare and where it goes.
type wanted struct {
	to    **sql.Stmt
	query string
}

func prepareAll(ctx context.Context, tx *sql.Tx, all []wanted) (err error) {
	for _, w := range all {
		if *w.to, err = tx.PrepareContext(ctx, w.query); err != nil {
			return err
		}
	}
	return nil
}

// all takes the rows with a large page cache. The connection goes back to
// those that read: on an error too the cache is made small again.
func (in *intake) all(rows iter.Seq2[review.Row, error]) error {
	if err := cached(in.ctx, in.tx, importKiB); err != nil {
		return err
	}
	err := in.takeAll(rows)
	if end := cached(in.ctx, in.tx, cacheKiB); err == nil {
		err = end // a cancel has ended the connection, cache and all
	}
	return err
}

// takeAll hears a cancel between two rows. The statements of one row are short
// and are let finish: for each that could be cut off the driver starts a
// goroutine, an eighth of the import's processor time.
func (in *intake) takeAll(rows iter.Seq2[review.Row, error]) error {
	for row, err := range rows {
		if err := errors.Join(err, in.ctx.Err()); err != nil {
			return err
		}
		if err := in.row(row); err != nil {
			return err
		}
	}
	return nil
}

func (in *intake) close() error {
	if err := in.words.flush(); err != nil {
		return err
	}
	question := leaders
	if in.flood != nil {
		question = leadersOfMany
		if err := in.flood.end(in.report.Batch, in.last, in.now); err != nil {
			return err
		}
	}
	if err := pair(in.ctx, in.tx, question, in.first, in.report.Batch); err != nil {
		return err
	}
	if err := settleLate(in.ctx, in.tx, time.Now()); err != nil {
		return err
	}
	r := in.report
	_, err := in.tx.ExecContext(in.ctx, `UPDATE batch SET read = ?, added = ?, updated = ?, duplicates = ?, rejected = ?, with_reply = ?, first = ?, last = ? WHERE id = ?`,
		r.Read, r.Added, r.Updated, r.Duplicates, r.Rejected, r.WithReply, in.first, in.last, r.Batch)
	return err
}
