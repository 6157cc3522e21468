package desk

import (
	"cmp"
	"context"
	"crypto/sha256"
	"log/slog"
	"slices"
	"sync"

	"ecritoire/internal/review"
)

// Meaning turns texts into vectors by a model of this workstation.
type Meaning interface {
	Embed(ctx context.Context, model string, texts []string) ([][]float32, error)
}

const (
	// fusedAmong is how many sheets an embedding model orders anew: those that
	// the index found likeliest.
	fusedAmong = 20
	// fusion is the constant of reciprocal rank fusion (Cormack, Clarke and
	// Büttcher, SIGIR 2009).
	fusion = 60
	// vectorsKept bounds the vectors of passages held in memory.
	vectorsKept = 4096
)

// vectors remembers the vectors of passages: a passage says the same at the
// next question.
type vectors struct {
	mu   sync.Mutex
	kept map[[sha256.Size]byte][]float32
}

// byMeaning orders hits anew where the profile names an embedding model: by
// the index and by nearness in meaning, fused by rank. Their scores stay, and
// so does what bears: no model makes a sheet bear that the index left out. A
// model that fails leaves the index's order.
func (d *Desk) byMeaning(ctx context.Context, question string, hits []review.Hit) []review.Hit {
	s, err := d.Settings(ctx)
	if err != nil || s.SheetModel == "" || len(hits) < 2 {
		return hits
	}
	near, err := d.nearness(ctx, s, question, hits)
	if err != nil {
		slog.Warn("sheets were not ordered by meaning", "cause", err)
		return hits
	}
	return fused(hits, near)
}

// nearness is how near each hit is to the question, higher for nearer.
func (d *Desk) nearness(ctx context.Context, s Settings, question string, hits []review.Hit) ([]float64, error) {
	m, err := d.parts.Meaning(s)
	if err != nil {
		return nil, err
	}
	texts := []string{question}
	for _, h := range hits {
		texts = append(texts, h.Title+"\n"+h.Text)
	}
	all, err := d.vectors.of(ctx, m, s.SheetModel, texts)
	if err != nil {
		return nil, err
	}
	near := make([]float64, len(hits))
	for i := range hits {
		near[i] = dot(all[0], all[i+1])
	}
	return near, nil
}

// of asks the model for the vectors that are not known yet.
func (v *vectors) of(ctx context.Context, m Meaning, model string, texts []string) ([][]float32, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.kept == nil || len(v.kept) > vectorsKept {
		v.kept = map[[sha256.Size]byte][]float32{}
	}
	unknown := []string{}
	for _, t := range texts {
		if _, known := v.kept[vectorKey(model, t)]; !known {
			unknown = append(unknown, t)
		}
	}
	if len(unknown) > 0 {
		made, err := m.Embed(ctx, model, unknown)
		if err != nil {
			return nil, err
		}
		for i, t := range unknown {
			v.kept[vectorKey(model, t)] = made[i]
		}
	}
	all := make([][]float32, len(texts))
	for i, t := range texts {
		all[i] = v.kept[vectorKey(model, t)]
	}
	return all, nil
}

func vectorKey(model, text string) [sha256.Size]byte {
	return sha256.Sum256([]byte(model + "\x00" + text))
}

// dot is the cosine of two vectors: the server gives them of length one.
func dot(a, b []float32) (sum float64) {
	for i := range a[:min(len(a), len(b))] {
		sum += float64(a[i]) * float64(b[i])
	}
	return sum
}

// fused orders hits by the sum of their reciprocal ranks.
func fused(hits []review.Hit, near []float64) []review.Hit {
	order := make([]int, len(hits))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(near[b], near[a]) })
	worth := make([]float64, len(hits))
	for rank, i := range order {
		worth[i] = 1/float64(fusion+rank+1) + 1/float64(fusion+i+1)
	}
	slices.Sort(order)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(worth[b], worth[a]) })
	all := make([]review.Hit, len(hits))
	for to, from := range order {
		all[to] = hits[from]
	}
	return all
}
