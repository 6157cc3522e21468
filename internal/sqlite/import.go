package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"time"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Import takes the rows into the queue as one batch: all of them or, on any
// error or a cancelled ctx, none. due gives the deadline of a review. With
// dry, the same work is done and then undone, and the report's batch is 0.
// progress gets the number of rows read so far, now and then.
func (s *Store) Import(ctx context.Context, format string, rows iter.Seq2[review.Row, error], due func(time.Time) time.Time, dry bool, progress func(read int)) (review.Report, error) {
	report := review.Report{Format: format}
	err := s.within(ctx, func(tx *sql.Tx) error {
		in, err := newIntake(ctx, tx, &report, due)
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
	ctx                              context.Context
	tx                               *sql.Tx
	report                           *review.Report
	due                              func(time.Time) time.Time
	find, insert, words, update, log *sql.Stmt
	reject                           *sql.Stmt
}

func newIntake(ctx context.Context, tx *sql.Tx, report *review.Report, due func(time.Time) time.Time) (*intake, error) {
	res, err := tx.ExecContext(ctx, `INSERT INTO batch (at, format) VALUES (?, ?)`, millis(time.Now()), report.Format)
	if err != nil {
		return nil, err
	}
	if report.Batch, err = res.LastInsertId(); err != nil {
		return nil, err
	}
	in := &intake{ctx: ctx, tx: tx, report: report, due: due}
	return in, in.prepare()
}

func (in *intake) prepare() error {
	for _, p := range []struct {
		to    **sql.Stmt
		query string
	}{
		{&in.find, `SELECT id, state, version, answered_elsewhere, digest,
			EXISTS (SELECT 1 FROM history h WHERE h.review = review.id AND h.action = 'validate') FROM review WHERE source = ? AND external_id = ?`},
		{&in.insert, `INSERT INTO review (source, external_id, state, written_at, due_at, title, text, author, sentiment, verdict,
			visitors_useful, visitors_useless, answered_elsewhere, details, digest, batch) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`},
		{&in.update, `UPDATE review SET version = version + 1, state = ?, answered_elsewhere = ?, title = ?, text = ?, author = ?, sentiment = ?,
			verdict = ?, visitors_useful = ?, visitors_useless = ?, details = ?, digest = ?, written_at = ?, due_at = ? WHERE id = ?`},
		{&in.words, `INSERT OR REPLACE INTO review_words (rowid, stems) VALUES (?, ?)`},
		{&in.log, `INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply) VALUES (?,?,?,?,?,'','',0)`},
		{&in.reject, `INSERT INTO rejected (batch, line, reason_fr, reason_en, raw) VALUES (?,?,?,?,?)`},
	} {
		var err error
		if *p.to, err = in.tx.PrepareContext(in.ctx, p.query); err != nil {
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
	details, digest, err := pack(row.Review)
	if err != nil {
		return err
	}
	var old review.Review
	var was []byte
	var validated bool
	err = in.find.QueryRowContext(in.ctx, row.Review.Source, row.Review.ExternalID).Scan(&old.ID, &old.State, &old.Version, &old.AnsweredElsewhere, &was, &validated)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return in.add(row.Review, details, digest)
	case err != nil:
		return err
	case string(was) == string(digest):
		in.report.Duplicates++
		return nil
	}
	from := old.State
	old.State, old.AnsweredElsewhere = old.Arrival(row.Review.AnsweredElsewhere, validated)
	return in.change(old, from, row.Review, details, digest)
}

func (in *intake) add(r review.Review, details string, digest []byte) error {
	in.report.Added++
	r.State, r.AnsweredElsewhere = review.Review{State: review.New}.Arrival(r.AnsweredElsewhere, false)
	p := r.Platform
	res, err := in.insert.ExecContext(in.ctx, r.Source, r.ExternalID, r.State, r.WrittenAt.Unix(), in.due(r.WrittenAt).Unix(), r.Title, r.Text, r.Author,
		r.Sentiment, p.Verdict, p.VisitorsUseful, p.VisitorsUseless, r.AnsweredElsewhere, details, digest, in.report.Batch)
	if err != nil {
		return err
	}
	id, err := res.LastInsertId()
	if err != nil {
		return err
	}
	return in.after(id, "", r)
}

// change writes what the file says now; stands is the review as it stands
// after its arrival, from the state it stood in before.
func (in *intake) change(stands review.Review, from review.State, r review.Review, details string, digest []byte) error {
	in.report.Updated++
	r.State, r.AnsweredElsewhere = stands.State, stands.AnsweredElsewhere
	p := r.Platform
	_, err := in.update.ExecContext(in.ctx, r.State, r.AnsweredElsewhere, r.Title, r.Text, r.Author, r.Sentiment,
		p.Verdict, p.VisitorsUseful, p.VisitorsUseless, details, digest, r.WrittenAt.Unix(), in.due(r.WrittenAt).Unix(), stands.ID)
	if err != nil {
		return err
	}
	return in.after(stands.ID, from, r)
}

// after files the words and the line of history of a row just written.
func (in *intake) after(id int64, from review.State, r review.Review) error {
	if _, err := in.words.ExecContext(in.ctx, id, stems(r)); err != nil {
		return err
	}
	_, err := in.log.ExecContext(in.ctx, id, millis(time.Now()), review.Import, from, r.State)
	return err
}

func (in *intake) close() error {
	r := in.report
	_, err := in.tx.ExecContext(in.ctx, `UPDATE batch SET read = ?, added = ?, updated = ?, duplicates = ?, rejected = ?, with_reply = ? WHERE id = ?`,
		r.Read, r.Added, r.Updated, r.Duplicates, r.Rejected, r.WithReply, r.Batch)
	return err
}

func stems(r review.Review) string {
	return strings.Join(reading.Stems(r.Title+"\n"+r.Text), " ")
}

// details is what the file said beyond the columns of the review table.
type details struct {
	PostedAs   string             `json:"posted_as"`
	Themes     []review.Theme     `json:"themes"`
	Typologies []review.Typology  `json:"typologies"`
	Structures []review.Structure `json:"structures"`
	Place      review.Place       `json:"place"`
	Tags       []string           `json:"tags"`
	Platform   review.Platform    `json:"platform"`
}

func pack(r review.Review) (string, []byte, error) {
	d, err := json.Marshal(details{r.PostedAs, r.Themes, r.Typologies, r.Structures, r.Place, r.Tags, r.Platform})
	if err != nil {
		return "", nil, err
	}
	h := sha256.New()
	for _, part := range []string{r.Title, r.Text, r.Author, string(r.Sentiment), r.WrittenAt.UTC().Format(time.RFC3339), string(d)} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return string(d), h.Sum(nil), nil
}

func unpack(r *review.Review, text string) error {
	var d details
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return err
	}
	r.PostedAs, r.Themes, r.Typologies, r.Structures = d.PostedAs, d.Themes, d.Typologies, d.Structures
	r.Place, r.Tags, r.Platform = d.Place, d.Tags, d.Platform
	return nil
}
