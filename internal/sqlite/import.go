package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"iter"
	"time"

	"ecritoire/internal/review"
)

// Import takes the rows into the queue as one batch: all of them or, on any
// error or a cancelled ctx, none. due gives the deadline of a review. With
// dry, the same work is done and then undone, and the report's batch is 0.
// progress gets the number of rows read so far, now and then.
func (s *Store) Import(ctx context.Context, from review.Origin, rows iter.Seq2[review.Row, error], due func(time.Time) time.Time, dry bool, progress func(read int)) (review.Report, error) {
	report := review.Report{Format: from.Format}
	err := s.within(ctx, func(tx *sql.Tx) error {
		in, err := newIntake(ctx, tx, from, &report, due)
		if err != nil {
			return err
		}
		if err := in.all(rows, progress); err != nil {
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

var errDry = errors.New("dry run")

// intake is one import under way.
type intake struct {
	ctx                       context.Context
	tx                        *sql.Tx
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
}

func newIntake(ctx context.Context, tx *sql.Tx, from review.Origin, report *review.Report, due func(time.Time) time.Time) (*intake, error) {
	in := &intake{ctx: ctx, tx: tx, report: report, due: due, now: millis(time.Now())}
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
	return in, in.prepare()
}

func (in *intake) prepare() (err error) {
	if err := unsettleLate(in.ctx, in.tx); err != nil {
		return err
	}
	if in.words, err = newWordIndex(in.ctx, in.tx); err != nil {
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
			visitors_useless, answered_elsewhere, details, digest, batch, structure, language, themes, facet, likeness) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`},
		{&in.keep, `INSERT OR IGNORE INTO batch_before (batch, review, was) SELECT ?, id, ` + asJSON + ` FROM review WHERE id = ?`},
		{&in.update, `UPDATE review SET version = version + 1, state = ?, answered_elsewhere = ?, title = ?, text = ?, author = ?, sentiment = ?, verdict = ?,
			visitors_useful = ?, visitors_useless = ?, details = ?, digest = ?, written_at = ?, due_at = ?, structure = ?, language = ?, themes = ?, facet = ?, likeness = ?,
			twin = 0, outdated = outdated OR (reply > 0 AND ?) WHERE id = ?`},
		{&in.log, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply) VALUES (?,?,?,?,?,'','',0)`},
		{&in.reject, `INSERT INTO rejected (batch, line, reason_fr, reason_en, raw) VALUES (?,?,?,?,?)`},
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

func (in *intake) all(rows iter.Seq2[review.Row, error], progress func(int)) error {
	for row, err := range rows {
		if err := errors.Join(err, in.ctx.Err()); err != nil {
			return err
		}
		if err := in.row(row); err != nil {
			return err
		}
		if in.report.Read%500 == 0 {
			progress(in.report.Read)
		}
	}
	return nil
}

func (in *intake) row(row review.Row) error {
	in.report.Read++
	if row.Rejected != nil {
		in.report.Rejected++
		r := row.Rejected
		_, err := in.reject.ExecContext(in.ctx, in.report.Batch, r.Line, r.Reason.FR, r.Reason.EN, r.Raw)
		return err
	}
	if row.Review.AnsweredElsewhere {
		in.report.WithReply++
	}
	return in.take(row.Review)
}

// take adds a review, or writes what its file says now.
func (in *intake) take(r review.Review) error {
	details, digest, err := pack(r)
	if err != nil {
		return err
	}
	var old review.Review
	var was []byte
	var written int64
	var validated bool
	err = in.find.QueryRowContext(in.ctx, r.Source, r.ExternalID).
		Scan(&old.ID, &old.State, &old.Version, &old.AnsweredElsewhere, &was, &written, &old.Title, &old.Text, &validated)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return in.add(r, details, digest)
	case err != nil:
		return err
	case string(was) == string(digest):
		in.report.Duplicates++
		return nil
	}
	old.WrittenAt = time.Unix(written, 0)
	from := old.State
	old.State, old.AnsweredElsewhere = old.Arrival(r.AnsweredElsewhere, validated)
	return in.change(old, from, r, details, digest)
}

func (in *intake) add(r review.Review, details string, digest []byte) error {
	in.report.Added++
	r.State, r.AnsweredElsewhere = review.Review{State: review.New}.Arrival(r.AnsweredElsewhere, false)
	x, p := in.words.read(r), r.Platform
	facet, err := in.facets.of(in.ctx, in.tx, r, x.Language)
	if err != nil {
		return err
	}
	res, err := in.insert.ExecContext(in.ctx, string(r.Source), r.ExternalID, string(r.State), r.WrittenAt.Unix(), in.due(r.WrittenAt).Unix(), r.Title, r.Text, r.Author,
		string(r.Sentiment), string(p.Verdict), p.VisitorsUseful, p.VisitorsUseless, r.AnsweredElsewhere, details, digest, in.report.Batch,
		r.Structure(), string(x.Language), themeBits(r), facet, x.Likeness)
	if err != nil {
		return err
	}
	if r.ID, err = res.LastInsertId(); err != nil {
		return err
	}
	if err := in.follow(r); err != nil {
		return err
	}
	if err := in.words.add(r, x); err != nil {
		return err
	}
	return in.remember(r, "")
}

// follow counts a review just added, and from a certain size on puts off what
// the others need.
func (in *intake) follow(r review.Review) (err error) {
	if in.first == 0 {
		in.first = r.ID
	}
	in.last = r.ID
	if in.flood != nil {
		in.flood.added[r.State]++
		return nil
	}
	if in.report.Added >= max(floodFrom, int(in.before/4)) {
		in.flood, err = startFlood(in.ctx, in.tx)
	}
	return err
}

// change writes what the file says now; stands is the review as it stands
// after its arrival, from the state it stood in before.
func (in *intake) change(stands review.Review, from review.State, r review.Review, details string, digest []byte) error {
	in.report.Updated++
	if _, err := in.keep.ExecContext(in.ctx, in.report.Batch, stands.ID); err != nil {
		return err
	}
	r.ID, r.State, r.AnsweredElsewhere = stands.ID, stands.State, stands.AnsweredElsewhere
	if err := in.words.drop(stands); err != nil {
		return err
	}
	x, p := in.words.read(r), r.Platform
	facet, err := in.facets.of(in.ctx, in.tx, r, x.Language)
	if err != nil {
		return err
	}
	reworded := r.Title != stands.Title || r.Text != stands.Text
	_, err = in.update.ExecContext(in.ctx, string(r.State), r.AnsweredElsewhere, r.Title, r.Text, r.Author, string(r.Sentiment),
		string(p.Verdict), p.VisitorsUseful, p.VisitorsUseless, details, digest, r.WrittenAt.Unix(), in.due(r.WrittenAt).Unix(),
		r.Structure(), string(x.Language), themeBits(r), facet, x.Likeness, reworded, stands.ID)
	if err != nil {
		return err
	}
	if err := in.words.add(r, x); err != nil {
		return err
	}
	return in.remember(r, from)
}

// remember files the line of history of a row just written.
func (in *intake) remember(r review.Review, from review.State) error {
	_, err := in.log.ExecContext(in.ctx, r.ID, in.now, string(review.Import), string(from), string(r.State))
	return err
}

func (in *intake) close() error {
	if err := in.words.flush(); err != nil {
		return err
	}
	question := leaders
	if in.flood != nil {
		question = leadersOfMany
		if err := in.flood.end(); err != nil {
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
