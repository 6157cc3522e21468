package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// facet is one combination of what reviews are filtered by; the table of them
// stays small.
type facet struct {
	source    review.Source
	sentiment review.Sentiment
	language  reading.Language
	themes    int
}

// facets numbers the combinations met so far.
type facets map[facet]int64

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func loadFacets(ctx context.Context, q querier) (facets, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, source, sentiment, language, themes FROM facet`)
	if err != nil {
		return nil, err
	}
	all := facets{}
	_, err = collect(rows, func(r *sql.Rows) (id int64, err error) {
		var f facet
		err = r.Scan(&id, &f.source, &f.sentiment, &f.language, &f.themes)
		all[f] = id
		return id, err
	})
	return all, err
}

// of gives the number of a review's combination, a new one where it is the
// first of its kind.
func (all facets) of(ctx context.Context, tx *sql.Tx, r review.Review, l reading.Language) (int64, error) {
	f := facet{r.Source, r.Sentiment, l, themeBits(r)}
	if id, known := all[f]; known {
		return id, nil
	}
	res, err := tx.ExecContext(ctx, `INSERT INTO facet (source, sentiment, language, themes) VALUES (?,?,?,?)`, f.source, f.sentiment, f.language, f.themes)
	if err != nil {
		return 0, err
	}
	id, err := res.LastInsertId()
	all[f] = id
	return id, err
}

// taken lists the combinations that a filter takes; every is true where it takes
// any.
func (all facets) taken(f review.Filter) (ids []int64, every bool) {
	themes := bitsOf(f.Themes)
	for c, id := range all {
		if among(f.Sources, c.source) && among(f.Sentiments, c.sentiment) && among(f.Languages, string(c.language)) && (themes == 0 || themes&c.themes != 0) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, takesEveryFacet(f)
}

// takesEveryFacet tells a filter that asks for nothing of a combination.
func takesEveryFacet(f review.Filter) bool {
	return len(f.Sources)+len(f.Sentiments)+len(f.Languages)+len(f.Themes) == 0
}

func among[T comparable](list []T, one T) bool { return len(list) == 0 || slices.Contains(list, one) }

func bitsOf(names []review.ThemeName) (bits int) {
	for _, n := range names {
		if i := slices.Index(review.ThemeNames(), n); i >= 0 {
			bits |= 1 << i
		}
	}
	return bits
}

func themeBits(r review.Review) (bits int) {
	for _, t := range r.Themes {
		bits |= bitsOf([]review.ThemeName{t.Name})
	}
	return bits
}

// marks gives n question marks for a list.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }
