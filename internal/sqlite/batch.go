package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"time"

	"ecritoire/internal/review"
)

// asJSON is a review as a batch found it, to be put back by restored.
const asJSON = `json_object('state', state, 'answered_elsewhere', answered_elsewhere, 'title', title, 'text', text, 'author', author, 'sentiment', sentiment,
	'verdict', verdict, 'visitors_useful', visitors_useful, 'visitors_useless', visitors_useless, 'details', details, 'digest', hex(digest), 'written_at', written_at,
	'due_at', due_at, 'structure', structure, 'language', language, 'themes', themes, 'facet', facet, 'likeness', likeness, 'outdated', outdated)`

const restored = `state = was ->> 'state', answered_elsewhere = was ->> 'answered_elsewhere', title = was ->> 'title', text = was ->> 'text', author = was ->> 'author',
	sentiment = was ->> 'sentiment', verdict = was ->> 'verdict', visitors_useful = was ->> 'visitors_useful', visitors_useless = was ->> 'visitors_useless',
	details = was ->> 'details', digest = unhex(was ->> 'digest'), written_at = was ->> 'written_at', due_at = was ->> 'due_at', structure = was ->> 'structure',
	language = was ->> 'language', themes = was ->> 'themes', facet = was ->> 'facet', likeness = was ->> 'likeness', outdated = was ->> 'outdated', twin = 0,
	version = version + 1`

// The refusals to undo a batch.
var (
	ErrBatchAnswered = &review.Error{Code: "batch_answered", Kind: review.Refused,
		Message: review.Text{FR: "Cet import ne peut plus être annulé : %s de ses avis ont déjà une réponse en cours.", EN: "This import can no longer be undone: %s of its reviews already have a reply under way."},
		Hint:    review.Text{FR: "Les réponses écrites ne sont jamais perdues ; écartez plutôt les avis de trop.", EN: "Written replies are never lost; dismiss the unwanted reviews instead."}}
	ErrBatchFollowed = &review.Error{Code: "batch_followed", Kind: review.Refused,
		Message: review.Text{FR: "Un import plus récent a mis à jour des avis de celui-ci.", EN: "A later import has updated reviews of this one."},
		Hint:    review.Text{FR: "Annulez d’abord l’import le plus récent.", EN: "Undo the later import first."}}
	ErrBatchUndone = &review.Error{Code: "batch_undone", Kind: review.Refused,
		Message: review.Text{FR: "Cet import est déjà annulé.", EN: "This import has been undone already."},
		Hint:    review.Text{FR: "Importez le fichier à nouveau pour retrouver ses avis.", EN: "Import the file again to have its reviews back."}}
	ErrNoBatch = &review.Error{Code: "no_batch", Kind: review.Misused,
		Message: review.Text{FR: "Aucun import ne porte le numéro %s.", EN: "No import has the number %s."},
		Hint:    review.Text{FR: "La liste des imports donne les numéros.", EN: "The list of imports gives the numbers."}}
	ErrFull = &review.Error{Code: "profile_full", Kind: review.Refused,
		Message: review.Text{FR: "Ce profil a atteint seize millions d’avis.", EN: "This profile has reached sixteen million reviews."},
		Hint:    review.Text{FR: "Ouvrez un autre profil avec --data.", EN: "Open another profile with --data."}}
)

// Batches lists the imports, the newest first, at most limit.
func (s *Store) Batches(ctx context.Context, limit int) ([]review.Batch, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, at, format, read, added, updated, duplicates, rejected, with_reply, undone_at, coalesce(origin ->> 'mended', 0) FROM batch ORDER BY id DESC LIMIT ?`, limit)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (b review.Batch, err error) {
		var at, undone int64
		p := &b.Report
		err = r.Scan(&p.Batch, &at, &p.Format, &p.Read, &p.Added, &p.Updated, &p.Duplicates, &p.Rejected, &p.WithReply, &undone, &b.Mended)
		b.At, b.Undone = time.UnixMilli(at).UTC(), moment(undone)
		return b, err
	})
	return all, explain(err)
}

// moment reads Unix milliseconds, 0 for never.
func moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

// UndoBatch takes a whole import back: what it added goes, what it changed is
// as it was, its rows leave the quarantine, and a row that it took mended waits
// again. It is refused while a reply hangs on it (ErrBatchAnswered) or a later
// import does (ErrBatchFollowed).
func (s *Store) UndoBatch(ctx context.Context, id int64) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		if err := undoable(ctx, tx, id); err != nil {
			return err
		}
		if err := unsettleLate(ctx, tx); err != nil {
			return err
		}
		if err := unfile(ctx, tx, id); err != nil {
			return err
		}
		for _, q := range []string{
			`INSERT INTO history (review, at, action, from_state, to_state, actor, reason, reply)
				SELECT review, ?2, 'revert', r.state, b.was ->> 'state', '', '', r.reply FROM batch_before b JOIN review r ON r.id = b.review WHERE b.batch = ?1`,
			`UPDATE review SET ` + restored + ` FROM (SELECT review, was FROM batch_before WHERE batch = ?1) b WHERE b.review = review.id`,
			`DELETE FROM batch_before WHERE batch = ?1`,
			`DELETE FROM review WHERE id BETWEEN (SELECT first FROM batch WHERE id = ?1) AND (SELECT last FROM batch WHERE id = ?1) AND batch = ?1`,
			`UPDATE batch SET undone_at = ?2 WHERE id = ?1`,
			`UPDATE rejected SET taken_at = 0, taken_by = 0, review = 0 WHERE taken_by = ?1 OR review > 0 AND NOT EXISTS (SELECT 1 FROM review WHERE id = rejected.review)`,
			`DELETE FROM rejected WHERE taken_at = 0 AND batch IN (SELECT id FROM batch WHERE undone_at > 0)`,
		} {
			if _, err := tx.ExecContext(ctx, q, id, millis(time.Now())); err != nil {
				return err
			}
		}
		return settleLate(ctx, tx, time.Now())
	})
}

func undoable(ctx context.Context, tx *sql.Tx, id int64) error {
	var undone bool
	err := tx.QueryRowContext(ctx, `SELECT undone_at > 0 FROM batch WHERE id = ?`, id).Scan(&undone)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return ErrNoBatch.Naming(strconv.FormatInt(id, 10))
	case err != nil:
		return err
	case undone:
		return ErrBatchUndone
	}
	var answered int
	var followed bool
	err = tx.QueryRowContext(ctx, `WITH b AS (SELECT * FROM batch WHERE id = ?1),
		mine AS (SELECT r.id, 0 AS since FROM b JOIN review r ON r.id BETWEEN b.first AND b.last AND r.batch = b.id
			UNION ALL SELECT c.review, b.at FROM b JOIN batch_before c ON c.batch = b.id)
		SELECT (SELECT count(*) FROM mine WHERE EXISTS (SELECT 1 FROM reply p WHERE p.review = mine.id AND p.written_at >= mine.since)),
			EXISTS (SELECT 1 FROM mine JOIN batch_before l ON l.review = mine.id AND l.batch > ?1)`, id).Scan(&answered, &followed)
	switch {
	case err != nil:
		return err
	case answered > 0:
		return ErrBatchAnswered.Naming(strconv.Itoa(answered))
	case followed:
		return ErrBatchFollowed
	}
	return nil
}

// unfile takes the words of a batch out of the full-text index, and files the
// former ones of what it changed.
func unfile(ctx context.Context, tx *sql.Tx, id int64) error {
	words, err := newWordIndex(ctx, tx)
	if err != nil {
		return err
	}
	err = eachText(ctx, tx, words.drop, `SELECT id, written_at, title, text FROM review WHERE batch = ?1 AND id BETWEEN (SELECT first FROM batch WHERE id = ?1) AND (SELECT last FROM batch WHERE id = ?1)
		UNION ALL SELECT r.id, r.written_at, r.title, r.text FROM batch_before b JOIN review r ON r.id = b.review WHERE b.batch = ?1`, id)
	if err != nil {
		return err
	}
	file := func(r review.Review) error { return words.add(r, words.read(r)) }
	err = eachText(ctx, tx, file, `SELECT review, was ->> 'written_at', was ->> 'title', was ->> 'text' FROM batch_before WHERE batch = ?`, id)
	return errors.Join(err, words.flush())
}

// eachText reads id, moment, title and text of reviews, one after the other.
func eachText(ctx context.Context, tx *sql.Tx, do func(review.Review) error, query string, args ...any) (err error) {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var r review.Review
		var written int64
		if err := rows.Scan(&r.ID, &written, &r.Title, &r.Text); err != nil {
			return err
		}
		r.WrittenAt = time.Unix(written, 0)
		if err := do(r); err != nil {
			return err
		}
	}
	return rows.Err()
}
