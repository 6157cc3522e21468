package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"hash"
	"os"
	"path/filepath"
	"time"

	"ecritoire/internal/review"
)

// Expired is a dry run of the retention clocks: how many reviews and rows kept
// aside each has run out for, and at most limit of their ids.
func (s *Store) Expired(ctx context.Context, clocks []review.Clock, now time.Time, limit int) (review.Expired, error) {
	out := review.Expired{Clocks: []review.Expiry{}, IDs: []int64{}, Quarantined: []int64{}}
	for _, c := range clocks {
		end := c.Ends(now)
		rows, err := s.db.QueryContext(ctx, `SELECT id FROM review WHERE state = ?1 AND (?2 = '' OR source = ?2) AND written_at < ?3
			AND coalesce((SELECT max(at) FROM history WHERE review = review.id), 0) < ?4 ORDER BY written_at, id`, c.State, c.Source, end.Unix(), millis(end))
		if err != nil {
			return out, explain(err)
		}
		ids, err := collect(rows, scanID)
		if err != nil {
			return out, explain(err)
		}
		aside, err := s.expiredRows(ctx, c, end)
		if err != nil {
			return out, explain(err)
		}
		out.Clocks = append(out.Clocks, review.Expiry{Clock: c, Reviews: len(ids), Quarantined: len(aside)})
		out.IDs = append(out.IDs, ids[:min(len(ids), max(0, limit-len(out.IDs)))]...)
		out.Quarantined = append(out.Quarantined, aside[:min(len(aside), max(0, limit-len(out.Quarantined)))]...)
	}
	return out, nil
}

// expiredRows are the rows of the quarantine that a clock has run out for since
// their import: nobody treated them, so they follow the clock of new reviews.
func (s *Store) expiredRows(ctx context.Context, c review.Clock, end time.Time) ([]int64, error) {
	if c.State != review.New {
		return nil, nil
	}
	rows, err := s.db.QueryContext(ctx, `SELECT r.id FROM rejected r JOIN batch b ON b.id = r.batch WHERE r.taken_at = 0 AND r.raw <> '' AND b.at < ?1
		AND ?2 IN ('', CASE WHEN b.format IN ('spplus-json', 'voxusagers') THEN 'spplus' WHEN b.format = 'mapped' THEN 'other' ELSE b.format END) ORDER BY r.id`, millis(end), c.Source)
	if err != nil {
		return nil, err
	}
	return collect(rows, scanID)
}

func scanID(r *sql.Rows) (id int64, err error) { return id, r.Scan(&id) }

// FindPerson finds where all of these words stand, whole and as they are: in
// reviews, their authors' names, replies, reasons and the quarantine. Those who
// work here are not looked for: to whom a review was given, and the service's
// own signatures, which may bear the same name, would bring others' reviews.
func (s *Store) FindPerson(ctx context.Context, words string) (t review.Traces, err error) {
	who := pointer(words)
	t.Reviews, err = s.mentions(ctx, who, `SELECT id, title || char(10) || text || char(10) || author || char(10) || details FROM review
		UNION ALL SELECT review, greeting || char(10) || body || char(10) || closing || char(10) || iif(instr((SELECT group_concat(value) FROM setting WHERE key IN ('frame.signatures', 'frame.signature_en')), signature), '', signature) FROM reply
		UNION ALL SELECT review, reason FROM history WHERE reason <> '' AND action <> 'assign'
		UNION ALL SELECT review, (was ->> 'title') || char(10) || (was ->> 'text') || char(10) || (was ->> 'author') || char(10) || (was ->> 'details') FROM batch_before`)
	if err != nil {
		return t, explain(err)
	}
	t.Quarantined, err = s.mentions(ctx, who, `SELECT id, raw FROM rejected WHERE raw <> ''`)
	return t, explain(err)
}

// mentions reads every text of a question: an erasure must not miss what an
// index does not hold.
func (s *Store) mentions(ctx context.Context, who person, question string) (ids []int64, err error) {
	rows, err := s.db.QueryContext(ctx, question)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	ids, seen := []int64{}, map[int64]bool{}
	for rows.Next() {
		var id int64
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return nil, err
		}
		if !seen[id] && who.named(text) {
			ids, seen[id] = append(ids, id), true
		}
	}
	return ids, rows.Err()
}

// Purge erases reviews with all that hangs on them, and rows of the quarantine:
// from the tables, the full-text index, the write-ahead log, free pages and
// the backups made before migrations, which are deleted as a whole. Drafts
// that were shown an erased reply as an example forget it and count as
// outdated. What remains is the certificate.
func (s *Store) Purge(ctx context.Context, t review.Traces, reason, by string, at time.Time) (c review.Certificate, err error) {
	c = review.Certificate{At: at, Reason: reason, By: by}
	err = s.within(ctx, func(tx *sql.Tx) error {
		words, err := newWordIndex(ctx, tx)
		if err != nil {
			return err
		}
		sum := sha256.New()
		for _, id := range t.Reviews {
			if err := eraseReview(ctx, tx, words, sum, id, &c); err != nil {
				return err
			}
		}
		for _, id := range t.Quarantined {
			n, err := affected(tx.ExecContext(ctx, `UPDATE rejected SET raw = '', external_id = '', taken_at = ? WHERE id = ? AND raw <> ''`, millis(at), id))
			if err != nil {
				return err
			}
			c.Quarantined += n
		}
		c.Hash = hex.EncodeToString(sum.Sum(nil))
		return certify(ctx, tx, &c)
	})
	if err != nil {
		return c, err
	}
	return c, s.scrub(context.WithoutCancel(ctx))
}

func eraseReview(ctx context.Context, tx *sql.Tx, words *wordIndex, sum hash.Hash, id int64, c *review.Certificate) error {
	var r review.Review
	err := readReview(tx.QueryRowContext(ctx, `SELECT `+columns+` FROM review WHERE id = ?`, id).Scan, &r)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	} else if err != nil {
		return err
	}
	sum.Write([]byte(string(r.Source) + "\x00" + r.ExternalID + "\n"))
	if err := words.drop(r); err != nil {
		return err
	}
	for _, q := range []string{
		`UPDATE review SET outdated = 1 WHERE id IN (SELECT p.review FROM reply p, json_each(p.recipe, '$.examples') e WHERE e.value ->> 'review' = ?1)`,
		`UPDATE review SET twin = 0 WHERE twin = ?1`,
		`UPDATE rejected SET raw = '', external_id = '', review = 0 WHERE review = ?1`,
		`DELETE FROM missing_sheet WHERE id IN (SELECT missing FROM missing_review WHERE review = ?1)
			AND NOT EXISTS (SELECT 1 FROM missing_review m WHERE m.missing = missing_sheet.id AND m.review <> ?1)`,
	} {
		if _, err := tx.ExecContext(ctx, q, id); err != nil {
			return err
		}
	}
	replies, err := affected(tx.ExecContext(ctx, `DELETE FROM reply WHERE review = ?`, id))
	if err != nil {
		return err
	}
	n, err := affected(tx.ExecContext(ctx, `DELETE FROM review WHERE id = ?`, id))
	c.Replies, c.Reviews = c.Replies+replies, c.Reviews+n
	return err
}

func affected(res sql.Result, err error) (int, error) {
	if err != nil {
		return 0, err
	}
	n, err := res.RowsAffected()
	return int(n), err
}

// certify writes the certificate, and the index anew without what was dropped:
// until then the terms of a dropped row stay in it.
func certify(ctx context.Context, tx *sql.Tx, c *review.Certificate) error {
	res, err := tx.ExecContext(ctx, `INSERT INTO certificate (at, reason, actor, reviews, replies, rejected, hash) VALUES (?,?,?,?,?,?,?)`,
		millis(c.At), c.Reason, c.By, c.Reviews, c.Replies, c.Quarantined, c.Hash)
	if err != nil {
		return err
	}
	if c.ID, err = res.LastInsertId(); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO review_stems (review_stems) VALUES ('optimize')`)
	return err
}

// scrub deletes the backups of former schemas and empties the write-ahead log
// into the database, whose free space SQLite overwrites (secure_delete).
func (s *Store) scrub(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.dropBackups(time.Now()); err != nil {
		return err
	}
	var busy, pages, moved int
	if err := s.db.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &moved); err != nil {
		return explain(err)
	}
	if busy != 0 {
		return ErrStillRead
	}
	return nil
}

func (s *Store) dropBackups(before time.Time) error {
	old, err := filepath.Glob(filepath.Join(s.dir, "backups", "schema-*.db"))
	for _, path := range old {
		if info, stat := os.Stat(path); stat == nil && !info.ModTime().After(before) {
			err = errors.Join(err, os.Remove(path))
		}
	}
	return err
}

// finishPurge wipes what a purge left that was cut off, by a power cut, between
// its last word to the database and the end of its wiping.
func (s *Store) finishPurge(ctx context.Context) error {
	var at int64
	if err := s.db.QueryRowContext(ctx, `SELECT coalesce(max(at), 0) FROM certificate`).Scan(&at); err != nil || at == 0 {
		return err
	}
	if err := s.dropBackups(moment(at)); err != nil {
		return err
	}
	// Whoever reads just now keeps the log; it is emptied when the last one leaves.
	_, err := s.db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return err
}

// ErrStillRead is for a purge whose last trace could not be wiped yet.
var ErrStillRead = &review.Error{Code: "purge_unfinished", Kind: review.Failed,
	Message: review.Text{FR: "Les avis sont effacés, mais leur trace attend dans le journal de la base.", EN: "The reviews are erased, but their trace waits in the database’s log."},
	Hint:    review.Text{FR: "Fermez les autres fenêtres et commandes, puis relancez la purge : elle finira l’effacement.", EN: "Close the other windows and commands, then run the purge again: it will finish the erasure."}}

// Certificates lists the proofs of what was erased, the newest first.
func (s *Store) Certificates(ctx context.Context) ([]review.Certificate, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, at, reason, actor, reviews, replies, rejected, hash FROM certificate ORDER BY id DESC`)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (c review.Certificate, err error) {
		var at int64
		err = r.Scan(&c.ID, &at, &c.Reason, &c.By, &c.Reviews, &c.Replies, &c.Quarantined, &c.Hash)
		c.At = moment(at)
		return c, err
	})
	return all, explain(err)
}
