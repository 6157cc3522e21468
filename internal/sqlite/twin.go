package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

const (
	// alike is the share of the runs of four stems that two texts must have in
	// common to be shown together; alikeAuthor where the same name signs both.
	alike       = 0.5
	alikeAuthor = 0.25
	run         = 4
)

// Which reviews of a batch have the likeness of an earlier one: looked up one
// by one, or found in one pass over the index where they are many.
const (
	leaders = `SELECT id, leader FROM (SELECT id, (SELECT min(b.id) FROM review b WHERE b.likeness = a.likeness AND b.likeness <> 0) leader FROM review a
		WHERE likeness <> 0 AND id >= ?1 AND ?1 > 0
		UNION SELECT id, (SELECT min(b.id) FROM review b WHERE b.likeness = a.likeness AND b.likeness <> 0) FROM review a
		WHERE likeness <> 0 AND id IN (SELECT review FROM batch_before WHERE batch = ?2)) WHERE leader <> id`
	leadersOfMany = `SELECT r.id, g.leader FROM (SELECT likeness l, min(id) leader FROM review INDEXED BY review_likeness WHERE likeness <> 0
		GROUP BY likeness HAVING count(*) > 1) g CROSS JOIN review r INDEXED BY review_likeness ON r.likeness = g.l AND r.likeness <> 0
		WHERE r.id <> g.leader AND (r.id >= ?1 OR r.id IN (SELECT review FROM batch_before WHERE batch = ?2))`
)

// pair marks the reviews of a batch that say nearly the same as another one:
// those from the id first on, and those that the batch changed. The reviews of
// one likeness are compared with the first of them.
func pair(ctx context.Context, tx *sql.Tx, question string, first, batch int64) error {
	rows, err := tx.QueryContext(ctx, question, first, batch)
	if err != nil {
		return err
	}
	found, err := collect(rows, func(r *sql.Rows) (p [2]int64, err error) { return p, r.Scan(&p[0], &p[1]) })
	if err != nil {
		return err
	}
	for _, p := range found {
		if err := join(ctx, tx, p[0], p[1]); err != nil {
			return err
		}
	}
	return nil
}

// join puts two reviews into one group where they are alike indeed.
func join(ctx context.Context, tx *sql.Tx, id, leader int64) error {
	var a, b review.Review
	for at, r := range map[int64]*review.Review{id: &a, leader: &b} {
		if err := readReview(tx.QueryRowContext(ctx, `SELECT `+columns+` FROM review WHERE id = ?`, at).Scan, r); err != nil {
			return err
		}
	}
	if common(runs(a), runs(b)) < least(a, b) {
		return nil
	}
	_, err := tx.ExecContext(ctx, `UPDATE review SET twin = ? WHERE id IN (?, ?)`, leader, id, leader)
	return err
}

// Twins gives the reviews that say nearly the same as one, the likest first:
// copied text, or the same person again. At most limit.
func (s *Store) Twins(ctx context.Context, id int64, limit int) ([]review.Review, error) {
	r, err := s.Review(ctx, id)
	if err != nil {
		return nil, err
	}
	found, err := s.candidates(ctx, r)
	if err != nil {
		return nil, explain(err)
	}
	own := runs(r)
	type scored struct {
		review.Review
		share float64
	}
	twins := []scored{}
	for _, other := range found {
		if share := common(own, runs(other)); share >= least(r, other) {
			twins = append(twins, scored{other, share})
		}
	}
	slices.SortStableFunc(twins, func(a, b scored) int { return sign(b.share - a.share) })
	all := []review.Review{}
	for _, t := range twins[:min(limit, len(twins))] {
		all = append(all, t.Review)
	}
	return all, nil
}

// candidates are the reviews that may say the same: those of the same group,
// and those that share one of a few runs of rare words.
func (s *Store) candidates(ctx context.Context, r review.Review) ([]review.Review, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT `+columns+` FROM review WHERE id <> ?1 AND id IN (
		SELECT id FROM review WHERE twin > 0 AND twin = (SELECT twin FROM review WHERE id = ?1) UNION
		SELECT rowid & 16777215 FROM review_stems WHERE review_stems MATCH ?2) LIMIT ?3`, r.ID, telling(r), candidatesMost)
	if err != nil {
		return nil, err
	}
	return collect(rows, scanReview)
}

const (
	// candidatesMost bounds how many texts are compared with one.
	candidatesMost = 300
	// tellingRuns is how many runs of a text are looked for, spread over it: a
	// copy with some words changed keeps most of them.
	tellingRuns = 6
)

// telling asks the full-text index for a few runs of four stems, those with
// the longest words, each from its own part of the text.
func telling(r review.Review) string {
	stems := reading.Stems(r.Title + "\n" + r.Text)
	picked := []string{}
	for part := range tellingRuns {
		from, to := part*len(stems)/tellingRuns, (part+1)*len(stems)/tellingRuns
		best, length := "", 0
		for i := from; i < to && i+run <= len(stems); i++ {
			if p := strings.Join(stems[i:i+run], " "); len(p) > length {
				best, length = p, len(p)
			}
		}
		if best != "" {
			picked = append(picked, phrase([]string{best}))
		}
	}
	if len(picked) == 0 {
		return `""`
	}
	return strings.Join(picked, " OR ")
}

func sign(f float64) int {
	switch {
	case f < 0:
		return -1
	case f > 0:
		return 1
	}
	return 0
}

func least(a, b review.Review) float64 {
	if a.Author != "" && a.Author == b.Author {
		return alikeAuthor
	}
	return alike
}

// runs are the distinct runs of four stems of a review.
func runs(r review.Review) map[string]bool {
	stems, set := reading.Stems(r.Title+"\n"+r.Text), map[string]bool{}
	for i := 0; i+run <= len(stems); i++ {
		set[strings.Join(stems[i:i+run], " ")] = true
	}
	return set
}

// common is what two sets have in common, as a share of both (Jaccard).
func common(a, b map[string]bool) float64 {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}
