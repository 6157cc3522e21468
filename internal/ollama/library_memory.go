package ollama

import (
	"fmt"
	"log/slog"

	"ecritoire/internal/ollama/gguf"

	estimate "github.com/gpustack/gguf-parser-go"
)

// memoryNeeded estimates the bytes that the runtime takes to write with a
// model on the processor alone, with the context that drafts use: the weights
// (all of them: repacked ones are not shared with the file), the cache and the
// room to compute. 0 for unknown.
func memoryNeeded(path string, h gguf.Header) int64 {
	parsed, err := parseBounded(path)
	if err != nil {
		slog.Warn("the memory of a model could not be estimated", "architecture", plain(h.Architecture, 30))
		return 0
	}
	// A sum that went past what a number holds is as good as none.
	return max(0, parsed(min(h.Context, defaultContext)))
}

// parseBounded reads the file with the library that knows the architectures.
// That library is only shown files that our own reader let through; it panics
// on some that it does not understand, which is taken for an error.
func parseBounded(path string) (memory func(tokens int) int64, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the estimate failed on this file: %v", r)
		}
	}()
	file, err := estimate.ParseGGUFFile(path, estimate.SkipLargeMetadata())
	if err != nil {
		return nil, err
	}
	run := func(tokens int) int64 { return int64(onProcessor(file, tokens)) }
	run(batch) // a panic shows here or never
	return run, nil
}

func onProcessor(file *estimate.GGUFFile, tokens int) uint64 {
	run := file.EstimateLLaMACppRun(
		estimate.WithLLaMACppContextSize(int32(tokens)),
		estimate.WithLLaMACppOffloadLayers(0),
		estimate.WithLLaMACppLogicalBatchSize(batch),
		estimate.WithLLaMACppPhysicalBatchSize(batch))
	return uint64(run.SummarizeItem(false, 0, 0).RAM.NonUMA)
}
