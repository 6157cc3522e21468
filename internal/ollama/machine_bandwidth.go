package ollama

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// bandwidthBlock is far larger than the caches of desktop processors,
	// divided among the cores.
	bandwidthBlock = 256 << 20
	bandwidthTurn  = 100 * time.Millisecond
	bandwidthTurns = 3
)

// bandwidth measures how many bytes a second all cores together read from
// memory: writing a token reads every weight once, so this bounds its speed.
// The best of three short turns counts, since other programs take their share.
func bandwidth(ctx context.Context) (float64, error) {
	words := make([]uint64, bandwidthBlock/8)
	workers := runtime.NumCPU()
	fill(words, workers) // memory is given only when it is written to
	best := 0.0
	for range bandwidthTurns {
		best = max(best, readTogether(ctx, words, workers))
	}
	return best, ctx.Err()
}

func readTogether(ctx context.Context, words []uint64, workers int) float64 {
	var read atomic.Int64
	var all sync.WaitGroup
	begun := time.Now()
	share := len(words) / workers
	for i := range workers {
		all.Go(func() { read.Add(readUntil(ctx, words[i*share:(i+1)*share], begun.Add(bandwidthTurn))) })
	}
	all.Wait()
	return float64(read.Load()) / time.Since(begun).Seconds()
}

func fill(words []uint64, workers int) {
	var all sync.WaitGroup
	share := len(words) / workers
	for i := range workers {
		all.Go(func() { number(words[i*share : (i+1)*share]) })
	}
	all.Wait()
}

// number writes something everywhere. Without the race detector's marks, as
// sum: with them the detector would be measured.
//
//go:norace
func number(words []uint64) {
	for i := range words {
		words[i] = uint64(i)
	}
}

// sink keeps the sums, so that the reading cannot be left out by the compiler.
var sink atomic.Uint64

func readUntil(ctx context.Context, words []uint64, end time.Time) (bytes int64) {
	const stretch = 1 << 17 // words between two looks at the clock
	for at := 0; ctx.Err() == nil && time.Now().Before(end); at += stretch {
		if at+stretch > len(words) {
			at = 0
		}
		piece := words[at:min(at+stretch, len(words))]
		sink.Add(sum(piece))
		bytes += int64(len(piece)) * 8
	}
	return bytes
}

// sum adds in eight lanes: one would wait for itself rather than for the
// memory.
//
//go:norace
func sum(words []uint64) uint64 {
	var a, b, c, d, e, f, g, h uint64
	for ; len(words) >= 8; words = words[8:] {
		a, b, c, d = a+words[0], b+words[1], c+words[2], d+words[3]
		e, f, g, h = e+words[4], f+words[5], g+words[6], h+words[7]
	}
	return a + b + c + d + e + f + g + h
}
