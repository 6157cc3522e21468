//go:build window

package windowtest

import (
	"bufio"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkFirstPaint starts the application on an empty profile and waits
// until its window has painted; it reports the median in milliseconds, from
// the start of the process to the moment that the application's log gives.
func BenchmarkFirstPaint(b *testing.B) {
	r := newRig(b, false)
	taken := []float64{}
	for b.Loop() {
		taken = append(taken, r.paint(b))
	}
	slices.Sort(taken)
	b.ReportMetric(taken[len(taken)/2], "ms-median")
	b.ReportMetric(taken[len(taken)-1], "ms-max")
	b.ReportMetric(0, "ns/op")
}

// paint starts the application once and gives the milliseconds to its first
// paint.
func (r rig) paint(tb testing.TB) (ms float64) {
	tb.Helper()
	profile, err := os.MkdirTemp(tb.TempDir(), "profile")
	if err != nil {
		tb.Fatal(err)
	}
	application := exec.Command(r.binary, "--data", profile)
	began := time.Now()
	if err := application.Start(); err != nil {
		tb.Fatal(err)
	}
	defer end(tb, application)
	log := filepath.Join(profile, "logs", "ecritoire.log")
	waitFor(tb, "the first paint", patience, func() (bool, error) {
		at, painted := painting(log)
		ms = float64(at.Sub(began).Microseconds()) / 1000
		return painted, nil
	})
	return ms
}

// painting looks for the line {"time":…,"msg":"painted"} in a log that may not
// be there yet.
func painting(log string) (at time.Time, found bool) {
	file, err := os.Open(log)
	if err != nil {
		return at, false
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var line struct {
			At      time.Time `json:"time"`
			Message string    `json:"msg"`
		}
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Message == "painted" {
			return line.At, true
		}
	}
	return at, false
}
