package ollama

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"time"
)

func TestMeasure(t *testing.T) {
	begun := time.Now()
	m, err := measure(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(begun); took > 3*time.Second {
		t.Errorf("measuring took %v", took)
	}
	if m.Memory < 512*megabyte || m.Free <= 0 || m.Free > m.Memory || m.Cores < 1 || m.Cores > runtime.NumCPU() {
		t.Errorf("an impossible machine: %+v", m)
	}
	// The slowest memory of the last fifteen years gives several thousand
	// million bytes a second, the quickest of a workstation some hundreds.
	if m.Bandwidth < 5e8 || m.Bandwidth > 2e12 {
		t.Errorf("an impossible bandwidth: %.3g bytes/s", m.Bandwidth)
	}
	if (runtime.GOARCH == "amd64" || runtime.GOARCH == "arm64") && len(m.Instructions) == 0 {
		t.Error("no instruction set")
	}
}

func TestMeasureStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := measure(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
