package sheet

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"math"
	"strings"
)

var errDamaged = errors.New("arrays do not fit the sheets")

func (p *Pack) loadArrays(ctx context.Context) error {
	flat := map[string][]byte{}
	err := p.rows(ctx, "SELECT name, value FROM flat", func(r *sql.Rows) error {
		name, value := "", []byte{}
		err := r.Scan(&name, &value)
		flat[name] = value
		return err
	})
	if err != nil {
		return err
	}
	fits := len(p.sheets) == p.info.Sheets
	for f, name := range fieldNames {
		p.lengths[f], p.mean[f] = floats(flat[name])
		fits = fits && len(p.lengths[f]) == p.info.Sheets
	}
	p.passages, p.passage = floats(flat["passages"])
	p.edges = edgesOf(flat["edges"])
	for _, e := range p.edges {
		fits = fits && int(e[0]) < p.info.Sheets && int(e[1]) < p.info.Sheets && min(e[0], e[1]) >= 0
	}
	p.words = strings.Fields(string(flat["words"]))
	p.popular, _ = floats(flat["popular"])
	p.scales, p.vectors = vectorsOf(flat["vectors"], p.dimensions)
	if !fits || len(p.passages) != p.info.Passages || len(p.scales) != p.info.Sheets || len(p.popular) != p.info.Sheets {
		return errDamaged
	}
	return p.ordered()
}

// ordered makes sure that passage numbers can be trusted as places in arrays.
func (p *Pack) ordered() error {
	last := 0
	for _, f := range p.first {
		if f < last || f > p.info.Passages {
			return errDamaged
		}
		last = f
	}
	return nil
}

// floats also gives the mean, at least 1 so that it can be divided by.
func floats(b []byte) ([]float32, float64) {
	all, sum := make([]float32, len(b)/4), 0.0
	for i := range all {
		all[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		sum += float64(all[i])
	}
	return all, max(1, sum/float64(max(1, len(all))))
}

// vectorsOf reads vectors as quantised wrote them, one behind the other.
func vectorsOf(b []byte, dimensions int) ([]float32, []int8) {
	size := 4 + dimensions
	if dimensions <= 0 || len(b)%size != 0 {
		return nil, nil
	}
	scales, values := make([]float32, 0, len(b)/size), make([]int8, 0, len(b))
	for ; len(b) > 0; b = b[size:] {
		scales = append(scales, math.Float32frombits(binary.LittleEndian.Uint32(b)))
		for _, v := range b[4:size] {
			values = append(values, int8(v))
		}
	}
	return scales, values
}

func edgesOf(b []byte) [][2]int32 {
	all := make([][2]int32, len(b)/8)
	for i := range all {
		all[i] = [2]int32{int32(binary.LittleEndian.Uint32(b[8*i:])), int32(binary.LittleEndian.Uint32(b[8*i+4:]))}
	}
	return all
}
