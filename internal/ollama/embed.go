package ollama

import (
	"context"

	"github.com/ollama/ollama/api"
)

// Embed gives a vector for each text, by a model of this workstation that
// makes them. Texts beyond what the model reads at once count by their
// beginning. Errors are those of Write.
func (w *Writer) Embed(ctx context.Context, model string, texts []string) ([][]float32, error) {
	m, server, err := w.probe(ctx, model)
	if err != nil {
		return nil, err
	}
	cut := true
	r := &api.EmbedRequest{Model: m.Name, Input: texts, Truncate: &cut}
	if w.config.KeepAlive > 0 {
		r.KeepAlive = &api.Duration{Duration: w.config.KeepAlive}
	}
	got, err := server.Embed(ctx, r)
	if err != nil {
		return nil, server.classify(err, m.Name, ErrStreamCut)
	}
	if len(got.Embeddings) != len(texts) {
		return nil, ErrStreamCut
	}
	return got.Embeddings, nil
}
