package ollama

import (
	"time"

	"ecritoire/internal/review"
)

// meter tells how far a long work is, some times a second, and how long it
// will go on at the pace it had so far.
type meter struct {
	step        string
	total, done int64
	begun, told time.Time
	progress    func(review.Progress)
}

const tellEvery = 100 * time.Millisecond

func newMeter(step string, total int64, progress func(review.Progress)) *meter {
	if progress == nil {
		progress = func(review.Progress) {}
	}
	m := &meter{step: step, total: total, begun: time.Now(), progress: progress}
	m.tell()
	return m
}

func (m *meter) add(n int64) {
	m.done += n
	if m.done >= m.total || time.Since(m.told) >= tellEvery {
		m.tell()
	}
}

func (m *meter) tell() {
	m.told = time.Now()
	left := 0.0
	if m.done > 0 && m.total > m.done {
		left = time.Since(m.begun).Seconds() / float64(m.done) * float64(m.total-m.done)
	}
	m.progress(review.Progress{Step: m.step, Done: m.done, Total: m.total, Left: left})
}
