package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

const (
	// likeAmong bounds the search: the validated replies that came last.
	likeAmong = 2000
	// likeWords bounds the question: the longest stems say most.
	likeWords = 12
)

// keptShare is what nearness counts for a reply that went out as drafted: it
// would only teach a model its own manner, so that one that an agent wrote or
// changed goes first unless it is much farther.
const keptShare = 0.7

// Like gives validated replies of this service to reviews that share these
// stems, at most limit: the nearest first (BM25), those that an agent put a hand
// to ahead of others as near. Replies to the review except are left out.
func (s *Store) Like(ctx context.Context, stems []string, except int64, limit int) ([]review.Example, error) {
	if len(stems) == 0 {
		return []review.Example{}, nil
	}
	rows, err := s.db.QueryContext(ctx, `SELECT r.id, p.number, r.title || char(10) || r.text, p.body
		FROM review_stems w JOIN review r ON r.id = w.rowid & 16777215 JOIN reply p ON p.review = r.id AND p.number = r.reply
		LEFT JOIN feedback f ON f.review = r.id AND f.judgement = 'kept'
		WHERE review_stems MATCH ? AND w.rowid IN (SELECT seat FROM review WHERE state IN ('validated','exported') AND answered_elsewhere = 0 AND id <> ? ORDER BY id DESC LIMIT ?)
		  AND trim(p.body) <> ''
		ORDER BY w.rank * CASE WHEN f.review IS NULL THEN 1 ELSE ? END LIMIT ?`, quoted(longest(stems, likeWords), " OR "), except, likeAmong, keptShare, limit)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (e review.Example, err error) {
		return e, r.Scan(&e.Review, &e.Number, &e.Said, &e.Body)
	})
	return all, explain(err)
}

// sameMost bounds how many reviews that hold the same rare words are compared.
const sameMost = 20

// WithText finds the review that says those very words, with its title or
// without it, the newest where there are several; known is false where there is
// none, or no word in it. Signs and spaces do not count: whoever asks may have
// the text from elsewhere than this queue, which repairs what it takes in.
func (s *Store) WithText(ctx context.Context, text string) (r review.Review, known bool, err error) {
	stems := reading.Stems(text)
	if len(stems) == 0 {
		return r, false, nil
	}
	rows, err := s.db.QueryContext(ctx, `SELECT `+columns+` FROM review WHERE id IN (SELECT rowid & 16777215 FROM review_stems WHERE review_stems MATCH ? LIMIT ?) ORDER BY id DESC`,
		quoted(longest(stems, likeWords), " "), sameMost)
	if err != nil {
		return r, false, explain(err)
	}
	found, err := collect(rows, scanReview)
	for _, one := range found {
		if slices.Equal(reading.Stems(one.Text), stems) || slices.Equal(reading.Stems(one.Title+"\n"+one.Text), stems) {
			return one, true, nil
		}
	}
	return r, false, explain(err)
}

// Example reads a reply that a prompt showed; ok is false when it is gone, as
// after an erasure.
func (s *Store) Example(ctx context.Context, id int64, number int) (e review.Example, ok bool, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT r.id, p.number, r.title || char(10) || r.text, p.body FROM review r JOIN reply p ON p.review = r.id
		WHERE r.id = ? AND p.number = ?`, id, number).Scan(&e.Review, &e.Number, &e.Said, &e.Body)
	if errors.Is(err, sql.ErrNoRows) {
		return e, false, nil
	}
	return e, err == nil, explain(err)
}

// quoted makes a full-text question of stems, by operator.
func quoted(stems []string, operator string) string {
	all := []string{}
	for _, w := range stems {
		all = append(all, `"`+strings.ReplaceAll(w, `"`, `""`)+`"`)
	}
	return strings.Join(all, operator)
}

// longest gives the n longest distinct words.
func longest(words []string, n int) []string {
	all := slices.Clone(words)
	slices.Sort(all)
	all = slices.Compact(all)
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all[:min(n, len(all))]
}
