package sqlite

import (
	"database/sql"
	"errors"
	"time"

	"ecritoire/internal/review"
)

// row takes one row of a file: a review, or what could not be one, which is
// kept aside.
func (in *intake) row(row review.Row) error {
	in.report.Read++
	if row.Rejected != nil {
		return in.setAside(*row.Rejected)
	}
	return in.reviewed(row.Review)
}

func (in *intake) reviewed(r review.Review) error {
	if r.AnsweredElsewhere {
		in.report.WithReply++
	}
	return in.take(r)
}

// take adds a review, or writes what its file says now. After one that was new
// the next is taken for new as well, and looked up where it is not.
func (in *intake) take(r review.Review) error {
	details, digest, err := pack(r)
	if err != nil {
		return err
	}
	if in.fresh {
		if in.fresh, err = in.add(r, details, digest); err != nil || in.fresh {
			return err
		}
	}
	var old review.Review
	var was []byte
	var written int64
	var validated bool
	err = in.find.QueryRowContext(in.each, r.Source, r.ExternalID).
		Scan(&old.ID, &old.State, &old.Version, &old.AnsweredElsewhere, &was, &written, &old.Title, &old.Text, &validated)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		in.fresh, err = in.add(r, details, digest)
		return err
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

// add adds a review, unless it is there already.
func (in *intake) add(r review.Review, details string, digest []byte) (added bool, err error) {
	r.State, r.AnsweredElsewhere = review.Review{State: review.New}.Arrival(r.AnsweredElsewhere, false)
	x, p := in.words.read(r), r.Platform
	facet, err := in.facets.of(in.each, in.tx, r, x.Language)
	if err != nil {
		return false, err
	}
	res, err := in.insert.ExecContext(in.each, string(r.Source), r.ExternalID, string(r.State), r.WrittenAt.Unix(), in.due(r.WrittenAt).Unix(), r.Title, r.Text, r.Author,
		string(r.Sentiment), string(p.Verdict), p.VisitorsUseful, p.VisitorsUseless, r.AnsweredElsewhere, details, digest, in.report.Batch,
		r.Structure(), string(x.Language), themeBits(r), facet, x.Likeness)
	if err != nil {
		return false, err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	if r.ID, err = res.LastInsertId(); err != nil {
		return false, err
	}
	in.report.Added++
	if err := in.follow(r); err != nil {
		return false, err
	}
	return true, in.words.add(r, x)
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
		return nil // its line of history is filed at the end, with all the others
	}
	if err := in.remember(r, ""); err != nil {
		return err
	}
	if in.report.Added >= max(floodFrom, int(in.before/4)) {
		in.flood, err = startFlood(in.ctx, in.tx, in.dir, r.ID)
	}
	return err
}

// change writes what the file says now; stands is the review as it stands
// after its arrival, from the state it stood in before.
func (in *intake) change(stands review.Review, from review.State, r review.Review, details string, digest []byte) error {
	in.report.Updated++
	if _, err := in.keep.ExecContext(in.each, in.report.Batch, stands.ID); err != nil {
		return err
	}
	r.ID, r.State, r.AnsweredElsewhere = stands.ID, stands.State, stands.AnsweredElsewhere
	if err := in.words.drop(stands); err != nil {
		return err
	}
	x, p := in.words.read(r), r.Platform
	facet, err := in.facets.of(in.each, in.tx, r, x.Language)
	if err != nil {
		return err
	}
	if in.flood != nil {
		if err := in.flood.rememberFirst(stands.ID, from, in.remember); err != nil {
			return err
		}
	}
	reworded := r.Title != stands.Title || r.Text != stands.Text
	_, err = in.update.ExecContext(in.each, string(r.State), r.AnsweredElsewhere, r.Title, r.Text, r.Author, string(r.Sentiment),
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
	_, err := in.log.ExecContext(in.each, r.ID, in.now, string(review.Import), string(from), string(r.State))
	return err
}
