package sheet

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"gonum.org/v1/gonum/mat"
)

// The latent space: latent semantic analysis (Deerwester and others, 1990)
// by the randomised method of Halko, Martinsson and Tropp (2011,
// https://arxiv.org/abs/0909.4061): a random start, power steps that turn it
// towards the strongest directions, and an exact decomposition of the little
// that is left.
const (
	dimensions  = 100
	oversampled = 30
	powerSteps  = 3
)

// fieldShare is how much a word counts towards a sheet's meaning by where it
// stands.
var fieldShare = [fields]float64{inTitle: 4, inPath: 2, inHeading: 2, inLink: 2, inText: 1}

// cell is one weight of the sparse matrix of terms and sheets.
type cell struct {
	doc    int
	weight float64
}

// space is the latent space of a pack. Vectors are rows of unit length.
type space struct {
	terms *mat.Dense // one row per term, zero for those too rare to place
	docs  *mat.Dense // one row per sheet
}

// relate computes the space. It is the same for the same sheets: the random
// start is seeded.
func relate(ctx context.Context, x *index, step func(done, total int64)) (space, error) {
	docs := len(x.lengths[inTitle])
	rank := min(dimensions, docs)
	a := weights(x, docs)
	y := scattered(docs, min(rank+oversampled, docs))
	for i := range powerSteps + 1 {
		if err := ctx.Err(); err != nil {
			return space{}, err
		}
		step(int64(i), powerSteps+2)
		y = orthonormal(gram(a, y))
	}
	return settle(a, y, rank), nil
}

// scattered gives random columns, the same ones every time.
func scattered(rows, columns int) *mat.Dense {
	y, rng := mat.NewDense(rows, columns, nil), rand.New(rand.NewPCG(2026, 5))
	for i := range rows {
		for j := range columns {
			y.Set(i, j, rng.NormFloat64())
		}
	}
	return y
}

// weights gives each term's row: the logarithm of its weighted count, times
// how telling the term is, each sheet scaled to unit length.
func weights(x *index, docs int) [][]cell {
	rows, norms := make([][]cell, len(x.terms)), make([]float64, docs)
	for t, all := range x.postings {
		if len(all) < 2 || strings.Contains(x.terms[t], " ") {
			continue
		}
		idf := math.Log(float64(docs) / float64(len(all)))
		for _, p := range all {
			count := 0.0
			for f, n := range p.count {
				count += fieldShare[f] * float64(n)
			}
			w := math.Log1p(count) * idf
			rows[t] = append(rows[t], cell{p.doc, w})
			norms[p.doc] += w * w
		}
	}
	for _, row := range rows {
		for i := range row {
			// A sheet whose every word stands in all sheets has no direction.
			row[i].weight /= math.Sqrt(max(norms[row[i].doc], 1e-12))
		}
	}
	return rows
}

// gram gives AᵀA·y without ever holding A·y as a whole.
func gram(a [][]cell, y *mat.Dense) *mat.Dense {
	n, k := y.Dims()
	out := mat.NewDense(n, k, nil)
	line := make([]float64, k)
	for _, row := range a {
		project(row, y, line)
		for _, c := range row {
			addScaled(out.RawRowView(c.doc), line, c.weight)
		}
	}
	return out
}

// project puts one row of A·y into line.
func project(row []cell, y *mat.Dense, line []float64) {
	clear(line)
	for _, c := range row {
		addScaled(line, y.RawRowView(c.doc), c.weight)
	}
}

func addScaled(to, from []float64, by float64) {
	for i, v := range from {
		to[i] += by * v
	}
}

// orthonormal gives a base of the columns' space, by Gram and Schmidt's
// method done twice, which holds to rounding. (The library's QR would lay out
// a square matrix of all sheets.)
func orthonormal(y *mat.Dense) *mat.Dense {
	q := mat.DenseCopyOf(y.T()) // a row for each column, so that memory is read in order
	k, _ := q.Dims()
	for i := range k {
		row := q.RawRowView(i)
		for range 2 {
			for j := range i {
				addScaled(row, q.RawRowView(j), -dot(row, q.RawRowView(j)))
			}
		}
		unit(row)
	}
	return mat.DenseCopyOf(q.T())
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

// settle decomposes A within the subspace y and gives both sides' vectors:
// terms as U, so that a query is laid into the space by a sum, and sheets as
// V·Σ at unit length.
func settle(a [][]cell, y *mat.Dense, rank int) space {
	n, k := y.Dims()
	b := mat.NewDense(len(a), k, nil)
	for t, row := range a {
		project(row, y, b.RawRowView(t))
	}
	turn, sigma := strongest(b, rank)
	s := space{mat.NewDense(len(a), rank, nil), mat.NewDense(n, rank, nil)}
	s.terms.Mul(b, turn) // U·Σ
	s.docs.Mul(y, turn)  // V
	for j := range rank {
		for i := range len(a) {
			s.terms.Set(i, j, s.terms.At(i, j)/sigma[j])
		}
		for i := range n {
			s.docs.Set(i, j, s.docs.At(i, j)*sigma[j])
		}
	}
	for i := range n {
		unit(s.docs.RawRowView(i))
	}
	return s
}

// strongest gives the directions in which b is longest, by the eigenvectors of
// bᵀ·b, the strongest first, and how long it is in each.
func strongest(b *mat.Dense, rank int) (turn *mat.Dense, sigma []float64) {
	_, k := b.Dims()
	small := mat.NewSymDense(k, nil)
	small.SymOuterK(1, b.T())
	var eigen mat.EigenSym
	eigen.Factorize(small, true)
	var v mat.Dense
	eigen.VectorsTo(&v)
	values := eigen.Values(nil)
	turn, sigma = mat.NewDense(k, rank, nil), make([]float64, rank)
	for j := range rank {
		from := k - 1 - j // eigenvalues come in ascending order
		turn.SetCol(j, mat.Col(nil, from, &v))
		sigma[j] = math.Sqrt(max(values[from], 1e-12))
	}
	return turn, sigma
}

func unit(v []float64) {
	sum := 0.0
	for _, x := range v {
		sum += x * x
	}
	if sum == 0 {
		return
	}
	for i := range v {
		v[i] /= math.Sqrt(sum)
	}
}

// quantised gives a vector as bytes: a scale, then one signed byte for each
// dimension. What is lost is far below what ranks differ by.
func quantised(v []float64) []byte {
	largest := 0.0
	for _, x := range v {
		largest = max(largest, math.Abs(x))
	}
	b := make([]byte, 4, 4+len(v))
	bits := math.Float32bits(float32(largest / 127))
	for i := range 4 {
		b[i] = byte(bits >> (8 * i))
	}
	for _, x := range v {
		b = append(b, byte(int8(math.Round(x/math.Max(largest, 1e-12)*127))))
	}
	return slices.Clip(b)
}
