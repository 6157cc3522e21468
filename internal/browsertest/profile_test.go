//go:build window

package browsertest

import (
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"ecritoire/app"
	"ecritoire/internal/desk"
	"ecritoire/internal/intake"
	"ecritoire/internal/outbox"
	"ecritoire/internal/prompt"
	"ecritoire/internal/review"
	"ecritoire/internal/sheet"
	"ecritoire/internal/sqlite"
	"ecritoire/internal/trame"
)

// The log goes to a profile's own file, which these profiles have not.
func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.NewTextHandler(io.Discard, nil)))
	status := m.Run()
	closeBrowser()
	os.Exit(status)
}

// profile is a desk on a folder of its own, wired as main wires it, but for
// its model: one that writes what the test says, when it says so.
type profile struct {
	window *app.Desk
	desk   *desk.Desk
	store  *sqlite.Store
	model  *model
}

func newProfile(tb testing.TB) *profile {
	tb.Helper()
	dir := tb.TempDir()
	store, err := sqlite.Open(tb.Context(), dir, "test")
	if err != nil {
		tb.Fatal(err)
	}
	shelf := sheet.NewShelf(filepath.Join(dir, "sheets"))
	tb.Cleanup(func() {
		for _, c := range []io.Closer{shelf, store} {
			if err := c.Close(); err != nil {
				tb.Error(err)
			}
		}
	})
	p := &profile{store: store, model: &model{goes: make(chan struct{})}}
	p.desk = desk.New(p.parts(store, shelf))
	p.window = app.New(p.desk, app.About{Version: "essai", Profile: "profil d’essai", Exports: dir, Language: review.French, Started: time.Now()})
	return p
}

func (p *profile) parts(store *sqlite.Store, shelf *sheet.Shelf) desk.Parts {
	return desk.Parts{Store: store, Sheets: shelf, Outbox: outbox.Write, OnBattery: func() bool { return false },
		Open: openFile, Sample: func() (desk.File, error) { f, err := intake.Sample(); return file{f}, err },
		Look: func(path string, o desk.OpenOptions) (review.Preview, error) {
			return intake.Look(path, intake.Options(o))
		},
		Again: func(from review.Origin, raw string) review.Row {
			return intake.Again(from.Format, from.Header, raw, from.Mapping)
		},
		Writer: p.writer, Engine: func(desk.Settings) (desk.Engine, error) { return p.model, nil },
		Budget: func(context.Context, desk.Settings, string) (desk.Budget, error) {
			return desk.Budget{Room: 3000}, nil
		},
		Templates: func() (prompt.Templates, error) { return prompt.Bundled(), nil }}
}

func (p *profile) writer(name review.WriterName, _ desk.Settings) (review.Writer, error) {
	if name == review.WriterOllama {
		return p.model, nil
	}
	return trame.New(), nil
}

// file gives an intake file the desk's shape.
type file struct{ *intake.File }

// Name is the format's.
func (f file) Name() string { return f.Format }

// Key is the header's.
func (f file) Key() string { return f.File.Key }

func openFile(path string, o desk.OpenOptions) (desk.File, error) {
	f, err := intake.OpenAs(path, intake.Options(o))
	return file{f}, err
}

// model writes its words and then, where it was told to hold, waits: a stream
// stands still as long as a test looks at it.
type model struct {
	desk.Engine
	mu    sync.Mutex
	holds bool
	goes  chan struct{}
}

// hold makes the next drafts wait after their first words.
func (m *model) hold() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.holds = true
}

const modelWords = "Merci pour votre message. Nous regrettons le retard que vous avez connu. Nous avons transmis votre remarque à l’équipe de l’accueil, qui reprend votre dossier cette semaine."

// Name is a model's, so that its drafts carry their prompt.
func (*model) Name() review.WriterName { return review.WriterOllama }

// Write writes the same words for every review.
func (m *model) Write(ctx context.Context, _ review.Assignment, onText func(string)) (review.Written, error) {
	onText(modelWords)
	m.mu.Lock()
	holds := m.holds
	m.mu.Unlock()
	if holds {
		select {
		case <-ctx.Done():
			return review.Written{Body: modelWords, Model: "modèle-d-essai"}, ctx.Err()
		case <-m.goes:
		}
	}
	return review.Written{Body: modelWords, Model: "modèle-d-essai", ModelHash: "00"}, nil
}

// Models lists one that writes and one that only reads.
func (*model) Models(context.Context) ([]review.Model, error) {
	pace := &review.Pace{Load: 4, FirstToken: 9, PromptTokens: 500, PromptPerSecond: 80, TokensPerSecond: 12, MeasuredAt: time.Now()}
	return []review.Model{
		{Name: "modèle-d-essai", Hash: "00", Bytes: 4_400_000_000, Architecture: "llama", Parameters: 7_200_000_000, Quantisation: "Q4_K_M",
			Context: 32_768, Licence: "apache-2.0", Memory: 6_100_000_000, ImportedAt: time.Now(), Pace: pace},
		{Name: "vecteurs-d-essai", Hash: "01", Bytes: 90_000_000, Architecture: "bert", Embeds: true, ImportedAt: time.Now()},
	}, nil
}

// Advise knows one model that fits and one that does not.
func (*model) Advise(context.Context, []review.Model) (review.Advice, error) {
	french := review.Text{FR: "Ses auteurs annoncent un bon français.", EN: "Its makers claim good French."}
	return review.Advice{Machine: review.Machine{Memory: 16e9, Free: 9e9, Cores: 4, Instructions: []string{"AVX2"}, Bandwidth: 2e10},
		Candidates: []review.Candidate{
			{Name: "Petit", Origin: "Un laboratoire", URL: "https://exemple.invalid/petit", Licence: "Apache-2.0", File: "petit.gguf", Bytes: 2e9, Parameters: 3e9, Tier: 8,
				French: french, Tried: french, Memory: 4e9, Fits: true, Recommended: true, DraftSeconds: 40},
			{Name: "Grand", Origin: "Un autre", URL: "https://exemple.invalid/grand", Licence: "MIT", File: "grand.gguf", Bytes: 2e10, Parameters: 3e10, Tier: 32,
				French: french, Tried: french, Memory: 2.4e10},
		}}, nil
}

// Status is that of a bundled server at rest.
func (*model) Status(context.Context) (review.RuntimeStatus, error) {
	return review.RuntimeStatus{Bundled: true, Present: true, Version: "essai"}, nil
}

// Import tells half of a copy, then waits until it is stopped.
func (*model) Import(ctx context.Context, _, _ string, tell func(review.Progress)) (review.Model, error) {
	tell(review.Progress{Step: "copy", Done: 1e9, Total: 2e9})
	<-ctx.Done()
	return review.Model{}, ctx.Err()
}
