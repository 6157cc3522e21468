package ollama

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

const (
	benchRuns   = 3
	benchTokens = 64
	// warmAfter keeps the model in memory for a moment: whoever measures often
	// writes next.
	warmAfter = 30 * time.Second
)

// benchText is about 300 tokens of the kind of French that drafts read.
var benchText = strings.Repeat("Bonjour, je suis venu à l’accueil de la mairie mardi dernier pour renouveler ma carte d’identité. "+
	"L’agent au guichet a été aimable, mais l’attente a duré plus d’une heure et le rendez-vous pris en ligne n’était pas enregistré. "+
	"J’ai dû revenir le lendemain avec les mêmes pièces. Pouvez-vous me dire quand mon titre sera prêt ? ", 3) +
	"Rédigez une réponse courtoise et complète à cet avis.\n\n"

// Bench measures how fast a model of the library writes here: the time to load
// it into memory, then three times a prompt that no cache holds and up to 64
// tokens. Each figure is the median of three. Progress is in the steps "load"
// and "bench" (runs). Nothing else should be asked of the server meanwhile.
func (l *Library) Bench(ctx context.Context, name string, progress func(review.Progress)) (review.Pace, error) {
	m, client, err := l.subject(ctx, name)
	if err != nil {
		return review.Pace{}, err
	}
	b := bench{client: client, model: m, progress: progress}
	pace, err := b.run(ctx)
	if err != nil {
		return review.Pace{}, libraryError(err, m.Name)
	}
	return pace, nil
}

// subject finds the model to measure: in the library, else on a server that is
// not ours.
func (l *Library) subject(ctx context.Context, name string) (review.Model, *api.Client, error) {
	var m review.Model
	var err error
	if l.config.Dir != "" {
		if m, err = l.find(name); err != nil {
			return m, nil, err
		}
	}
	client, err := l.client(ctx)
	if err != nil || l.config.Dir != "" {
		return m, client, err
	}
	m, err = foreignModel(ctx, client, name)
	return m, client, err
}

func foreignModel(ctx context.Context, client *api.Client, name string) (review.Model, error) {
	listed, err := client.List(ctx)
	if err != nil {
		return review.Model{}, libraryError(err, name)
	}
	hash := digest(listed.Models, name)
	shown, err := client.Show(ctx, &api.ShowRequest{Model: name})
	switch {
	case err != nil:
		return review.Model{}, libraryError(err, name)
	case hash == "":
		return review.Model{}, ErrNoModel.Naming(name)
	case remoteName(name) || shown.RemoteHost != "" || shown.RemoteModel != "":
		return review.Model{}, ErrRemoteModel.Naming(name)
	}
	return review.Model{Name: name, Hash: hash, Context: contextOf(shown)}, nil
}

// contextOf reads what the model was trained for; what a draft uses where the
// server does not say.
func contextOf(shown *api.ShowResponse) int {
	architecture, _ := shown.ModelInfo["general.architecture"].(string)
	if tokens, ok := shown.ModelInfo[architecture+".context_length"].(float64); ok && tokens >= 1 {
		return int(min(tokens, defaultContext))
	}
	return defaultContext
}

type bench struct {
	client   *api.Client
	model    review.Model
	progress func(review.Progress)
}

func (b *bench) run(ctx context.Context) (review.Pace, error) {
	p := review.Pace{Model: b.model.Name, Hash: b.model.Hash}
	var err error
	if p.Load, err = b.load(ctx); err != nil {
		return p, err
	}
	meter := newMeter("bench", benchRuns, b.progress)
	all := make([]round, benchRuns)
	for i := range all {
		if all[i], err = b.round(ctx, i); err != nil {
			return p, err
		}
		meter.add(1)
	}
	p.FirstToken = middle(all, func(r round) float64 { return r.first.Seconds() })
	p.PromptPerSecond = middle(all, round.reading)
	p.TokensPerSecond = middle(all, round.writing)
	p.PromptTokens = int(middle(all, func(r round) float64 { return float64(r.server.PromptEvalCount) }))
	p.MeasuredAt = time.Now().UTC().Truncate(time.Second)
	return p, nil
}

// load measures the way from the file into memory.
func (b *bench) load(ctx context.Context) (seconds float64, err error) {
	meter := newMeter("load", 1, b.progress)
	if err := unload(ctx, b.client, b.model.Name); err != nil {
		return 0, err
	}
	if err := b.gone(ctx); err != nil {
		return 0, err
	}
	begun := time.Now()
	r := b.request("")
	err = b.client.Generate(ctx, r, func(api.GenerateResponse) error { return nil })
	meter.add(1)
	return time.Since(begun).Seconds(), err
}

// gone waits until the server holds the model no longer: it unloads behind its
// answer.
func (b *bench) gone(ctx context.Context) error {
	for {
		running, err := b.client.ListRunning(ctx)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(running.Models, func(m api.ProcessModelResponse) bool { return m.Digest == b.model.Hash }) {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (b *bench) request(prompt string) *api.GenerateRequest {
	return &api.GenerateRequest{Model: b.model.Name, Prompt: prompt, Raw: prompt != "", KeepAlive: &api.Duration{Duration: warmAfter},
		Options: map[string]any{"num_ctx": min(b.model.Context, defaultContext), "num_predict": benchTokens, "num_batch": batch, "temperature": 0}}
}

// round is one prompt and what came of it, by our clock and by the server's.
type round struct {
	first, last time.Duration // after the request was sent
	pieces      int
	server      api.Metrics
}

func (b *bench) round(ctx context.Context, number int) (r round, err error) {
	begun := time.Now()
	// What differs stands first: a prompt is read again from its first
	// difference with the one before.
	prompt := fmt.Sprintf("Mesure %d-%d.\n", begun.UnixNano(), number) + b.fitting()
	err = b.client.Generate(ctx, b.request(prompt), func(g api.GenerateResponse) error {
		switch {
		case g.Done:
			r.server = g.Metrics
		case r.pieces == 0:
			r.first = time.Since(begun)
			fallthrough
		default:
			r.last = time.Since(begun)
			r.pieces++
		}
		return nil
	})
	if err == nil && (r.pieces == 0 || r.server.EvalCount == 0) {
		err = ErrModelSilent
	}
	return r, err
}

// fitting is the prompt as far as a model of a small context takes it; a token
// is rarely less than two bytes of French.
func (b *bench) fitting() string {
	room := max(0, min(b.model.Context, defaultContext)-benchTokens-60)
	if room >= len(benchText) {
		return benchText
	}
	return strings.ToValidUTF8(benchText[:min(len(benchText), 2*room)], "")
}

func (r round) reading() float64 {
	return perSecond(r.server.PromptEvalCount, r.server.PromptEvalDuration)
}

// writing is the server's figure, or ours where ours is clearly lower: a
// counter that flatters would promise the agent a time that never comes.
func (r round) writing() float64 {
	server := perSecond(r.server.EvalCount, r.server.EvalDuration)
	if r.pieces > benchTokens/4 {
		if seen := perSecond(r.pieces-1, r.last-r.first); seen < 0.9*server {
			return seen
		}
	}
	return server
}

func perSecond(n int, took time.Duration) float64 {
	if took <= 0 {
		return 0
	}
	return float64(n) / took.Seconds()
}

func middle(all []round, of func(round) float64) float64 {
	figures := make([]float64, len(all))
	for i, r := range all {
		figures[i] = of(r)
	}
	slices.Sort(figures)
	return figures[len(figures)/2]
}
