package sheet

import (
	"cmp"
	"context"
	"slices"

	"ecritoire/internal/review"
)

// Hit is one sheet found, with the passage of it that answers best.
type Hit struct {
	review.Passage
	Heading []string `json:"heading"` // of the passage, the widest first
	Score   float64  `json:"score"`   // 0 to 1: how likely the sheet bears on the query
}

// Search gives at most n sheets, the likeliest first, one hit for each sheet.
// A query of which no word is known gives none.
func (p *Pack) Search(ctx context.Context, query string, n int) ([]Hit, error) {
	return p.Passages(ctx, query, n, 1)
}

// Passages is Search with up to each passages of every sheet, those that say
// most of the query first.
func (p *Pack) Passages(ctx context.Context, query string, n, each int) ([]Hit, error) {
	r, err := p.rank(ctx, query, usual)
	if err != nil {
		return nil, refused(ctx, err)
	}
	hits := []Hit{}
	for _, i := range r.order[:max(0, min(n, len(r.order)))] {
		some, err := p.hits(ctx, i, r, each)
		if err != nil {
			return nil, refused(ctx, err)
		}
		hits = append(hits, some...)
	}
	return hits, nil
}

// ranking is what a search knows before it reads any sheet.
type ranking struct {
	signals  [signals][]float64 // of every sheet
	score    []float64          // of every sheet
	passages []float64          // of every passage
	order    []int              // sheets, the best first, one for each id
}

func (p *Pack) rank(ctx context.Context, query string, w weighing) (ranking, error) {
	asked, err := p.ask(ctx, query, w)
	if err != nil {
		return ranking{}, err
	}
	r := ranking{score: make([]float64, p.info.Sheets), passages: make([]float64, p.info.Passages)}
	for s := range signals {
		r.signals[s] = make([]float64, p.info.Sheets)
	}
	if err := p.weigh(asked, &r, w); err != nil {
		return ranking{}, err
	}
	for s := range signals {
		r.add(s, w)
	}
	r.order = p.order(r)
	return r, nil
}

func (r *ranking) add(s signal, w weighing) {
	for i, v := range r.signals[s] {
		r.score[i] += w.signal[s] * v
	}
}

// order ranks the sheets that hold a word of the query, and keeps one of each
// id.
func (p *Pack) order(r ranking) []int {
	all, seen := []int{}, map[int]bool{}
	for i := range r.score {
		if r.signals[ofText][i] > 0 || r.signals[ofTitle][i] > 0 || r.signals[ofLink][i] > 0 || r.signals[ofPath][i] > 0 {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(r.score[b], r.score[a]) })
	kept := all[:0]
	for _, i := range all {
		if t := p.sheets[i].twin; !seen[t] {
			seen[t] = true
			kept = append(kept, t)
		}
	}
	return kept
}

// hits are a sheet's best passages; a sheet without any is its summary.
func (p *Pack) hits(ctx context.Context, i int, r ranking, each int) ([]Hit, error) {
	h := Hit{Score: likelihood(r.score[i]), Heading: []string{}}
	row := p.db.QueryRowContext(ctx, "SELECT sheet, kind, title, url, date, summary FROM sheet WHERE id = ?", i)
	if err := row.Scan(&h.Sheet, &h.Kind, &h.Title, &h.URL, &h.Date, &h.Text); err != nil {
		return nil, err
	}
	best := p.best(i, r.passages, each)
	if len(best) == 0 {
		return []Hit{h}, nil
	}
	all := []Hit{}
	for _, j := range best {
		heading := ""
		row := p.db.QueryRowContext(ctx, "SELECT heading, text FROM passage WHERE id = ?", j)
		err := row.Scan(&heading, &h.Text)
		if err == nil {
			h.Heading, err = listed(heading)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, nil
}

// best are the sheet's passages that say something of the query, at most so
// many, those that say most first; its first passage where none says anything.
func (p *Pack) best(i int, passages []float64, most int) []int {
	all := []int{}
	for j := p.first[i]; j < p.first[i+1]; j++ {
		all = append(all, j)
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(passages[b], passages[a]) })
	all = all[:min(most, len(all))]
	for len(all) > 1 && passages[all[len(all)-1]] == 0 {
		all = all[:len(all)-1]
	}
	return all
}
