package intake

import (
	"io"
	"sync/atomic"
)

// meter counts the bytes read of so many, for an estimate.
type meter struct {
	r     io.Reader
	total int64 // 0 for unknown
	read  atomic.Int64
}

// Read passes bytes on.
func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.read.Add(int64(n))
	return n, err
}

func (m *meter) share() float64 {
	if m.total <= 0 {
		return 0
	}
	return min(1, float64(m.read.Load())/float64(m.total))
}
