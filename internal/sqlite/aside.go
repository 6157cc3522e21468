package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"time"

	"ecritoire/internal/review"
)

// asideRows are the rows that earlier imports kept aside, whatever became of
// them since: an export that grows from week to week brings each every time.
type asideRows struct {
	texts map[[sha256.Size]byte]bool // by kind of file and text
	names map[string]settled         // by source and id
}

// settled is a row that an agent has done with.
type settled struct {
	review int64  // that it became; 0 where it was discarded
	reason string // for which it was kept aside
}

// setAside puts a row that gave no review into the quarantine, unless it was
// there before. One that stands there word for word, or was mended or discarded
// since, is a duplicate. Of one that was mended and now says something else
// too, only what is still unreadable comes from the mended review.
func (in *intake) setAside(r review.Rejection) (err error) {
	if in.aside == nil {
		if in.aside, err = knownAside(in.ctx, in.tx, in.report.Batch); err != nil {
			return err
		}
	}
	was, known := in.aside.named(r.Seen)
	switch {
	case in.aside.texts[rowHash(in.origin, r.Raw)], known && was.review == 0 && was.reason == r.Reason.FR:
		in.report.Duplicates++
		return nil
	case known && was.review > 0:
		return in.complete(*r.Seen, was.review)
	}
	in.report.Rejected++
	seen := review.Review{}
	if r.Seen != nil {
		seen = *r.Seen
	}
	_, err = in.reject.ExecContext(in.each, in.report.Batch, r.Line, r.Reason.FR, r.Reason.EN, r.Raw, string(seen.Source), seen.ExternalID)
	return err
}

func (a *asideRows) named(seen *review.Review) (was settled, known bool) {
	if seen == nil {
		return was, false
	}
	was, known = a.names[rowName(string(seen.Source), seen.ExternalID)]
	return was, known
}

// complete takes a row that was mended before, with what it still lacks from
// the review that it became then.
func (in *intake) complete(r review.Review, id int64) error {
	var was review.Review
	var written int64
	err := in.tx.QueryRowContext(in.ctx, `SELECT source, external_id, written_at, title, text, sentiment FROM review WHERE id = ?`, id).
		Scan(&was.Source, &was.ExternalID, &written, &was.Title, &was.Text, &was.Sentiment)
	if err != nil {
		return err
	}
	r.Source, r.ExternalID = was.Source, was.ExternalID
	if r.WrittenAt.IsZero() {
		r.WrittenAt = time.Unix(written, 0)
	}
	if r.Title == "" && r.Text == "" && r.Sentiment == "" {
		r.Title, r.Text, r.Sentiment = was.Title, was.Text, was.Sentiment
	}
	return in.reviewed(r)
}

func rowHash(origin, raw string) [sha256.Size]byte {
	return sha256.Sum256([]byte(origin + "\x00" + raw))
}

func rowName(source, id string) string { return source + "\x00" + id }

// knownAside reads the rows that the imports before one kept aside. Those that
// were erased are known no more.
func knownAside(ctx context.Context, tx *sql.Tx, before int64) (a *asideRows, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT b.origin, r.raw, r.source, r.external_id, r.review, r.reason_fr, r.review > 0 OR r.discarded_at > 0
		FROM rejected r JOIN batch b ON b.id = r.batch WHERE r.raw <> '' AND r.batch < ?`, before)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	a = &asideRows{texts: map[[sha256.Size]byte]bool{}, names: map[string]settled{}}
	for rows.Next() {
		var origin, raw, source, id string
		var was settled
		var done bool
		if err := rows.Scan(&origin, &raw, &source, &id, &was.review, &was.reason, &done); err != nil {
			return nil, err
		}
		a.texts[rowHash(origin, raw)] = true
		if done && id != "" {
			a.names[rowName(source, id)] = was
		}
	}
	return a, rows.Err()
}
