package intake

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

const head = "ID expérience,Date de publication,Titre,Description,Ressenti usager\n"

func good(id int) string { return fmt.Sprintf("%d,05/09/2026,T,Texte,Positif\n", id) }

// survive reads a hostile file to its end: an error of ours or rows, in
// bounded time and memory. It gives the number of reviews and of rejections.
func survive(t *testing.T, path string) (taken, rejected int, err error) {
	t.Helper()
	start, grown := time.Now(), peak()
	f, err := Open(path, "")
	if err == nil {
		for row, rowErr := range f.Rows() {
			switch {
			case rowErr != nil:
				err = rowErr
			case row.Rejected != nil:
				rejected++
			default:
				taken++
			}
		}
		if closing := f.Close(); closing != nil {
			t.Error(closing)
		}
	}
	var ours *review.Error
	if err != nil && !errors.As(err, &ours) {
		t.Errorf("not one of our errors: %v", err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
	if most := grown(); most > 300<<20 {
		t.Errorf("%d MB of heap", most>>20)
	}
	return taken, rejected, err
}

// peak begins to watch how far the heap grows beyond what it holds now.
func peak() func() uint64 {
	m := runtime.MemStats{}
	runtime.GC()
	runtime.ReadMemStats(&m)
	base, stop, most := m.HeapAlloc, make(chan struct{}), make(chan uint64)
	go func() {
		high := uint64(0)
		for {
			runtime.ReadMemStats(&m)
			high = max(high, m.HeapAlloc-min(m.HeapAlloc, base))
			select {
			case <-stop:
				most <- high
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(stop); return <-most }
}

// TestDamagedRowsCostThemselvesAlone: the good rows around a bad one are read.
func TestDamagedRowsCostThemselvesAlone(t *testing.T) {
	for name, bad := range map[string]string{
		"quote never closed": "7,05/09/2026,T,\"jamais fermé,Positif\n", "stray quote": "7,05/09/2026,T,a\"b,Positif\n", "wrong date": "7,31/02/2026,T,x,Positif\n",
		"short": "7,05\n", "long": "7,05/09/2026,T,x,Positif,y,z\n", "million columns": strings.Repeat(",", 1_000_000) + "\n",
		"cell of 100 MB": "7,05/09/2026,T," + strings.Repeat("x", 100<<20) + ",Positif\n", "quoted cell of 20 MB": "7,05/09/2026,T,\"" + strings.Repeat("x", 20<<20) + "\",Positif\n",
		"empty": "7,05/09/2026,,,\n", "year 9999": "7,05/09/9999,T,x,Positif\n",
	} {
		t.Run(name, func(t *testing.T) {
			taken, rejected, err := survive(t, file(t, []byte(head+good(1)+good(2)+bad+good(3)+"4,05/09/2026,T,\"deux\nlignes\",Positif\n"+good(5))))
			if taken != 5 || rejected != 1 || err != nil {
				t.Errorf("%d taken, %d rejected, %v", taken, rejected, err)
			}
		})
	}
}
