// Package app is what the window may call: one method is one call of the
// desk. Only events.go and dialogs.go know the Wails runtime.
package app

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// Desk is bound to the window.
type Desk struct {
	ctx      context.Context
	desk     *desk.Desk
	about    About
	emit     func(name string, data any)
	choose   func(save string) (string, error)
	finished sync.WaitGroup
	flushed  chan bool     // the page’s answer to "closing": whether all is kept
	stopWork func()        // ends the drafting of the queue
	shown    chan struct{} // closed when the page has painted

	chooseModel func() (string, error)

	mu        sync.Mutex
	painted   bool
	runs      map[int64]*draftRun // by review
	lastRun   int64
	modelWork func() // stops the work on a model; nil when there is none

	files intakeWork
	list  latest // reading of the list
	tally latest // counting of the list
	twins latest // search of the reviews that say nearly the same
	past  latest // search of the replies to reviews like one
}

// About is what the window shows of the program itself.
type About struct {
	Version  string
	Profile  string // folder
	Exports  string // folder proposed for exports
	Language review.Language
	Started  time.Time
}

// New makes what the window calls. It emits nothing until Start.
func New(d *desk.Desk, about About) *Desk {
	return &Desk{ctx: context.Background(), desk: d, about: about, emit: func(string, any) {}, shown: make(chan struct{}), runs: map[int64]*draftRun{},
		flushed: make(chan bool, 1), stopWork: func() {},
		choose: func(string) (string, error) { return "", nil }, chooseModel: func() (string, error) { return "", nil }}
}

// Close ends the drafts under way and waits until what they wrote is kept. It
// is no method, since methods are what the window may call.
func Close(a *Desk) {
	a.stopWork() // first: the draft of a task must wait again, not be dropped
	a.StopModel()
	a.StopImport()
	a.mu.Lock()
	for _, r := range a.runs {
		if !r.queued {
			r.stop()
		}
	}
	a.mu.Unlock()
	a.finished.Wait()
}

// closingPatience bounds the wait for a page that no longer answers. It is
// longer than a save may wait for the disk.
const closingPatience = 8 * time.Second

// Flush asks the page to keep what is being typed and says whether it has. A
// page that does not answer cannot be helped: it counts as kept. Flush must
// not run on the toolkit's own thread, which carries the answer.
func Flush(a *Desk) bool {
	a.StopImport() // what is to be kept would wait behind it
	select {
	case <-a.flushed: // an answer that came too late for the last close
	default:
	}
	a.emit("closing", struct{}{})
	select {
	case kept := <-a.flushed:
		return kept
	case <-time.After(closingPatience):
		slog.Warn("the page did not say whether all is kept")
		return true
	}
}

// Flushed is the page's answer to "closing": whether what was being typed is
// kept.
func (a *Desk) Flushed(kept bool) {
	select {
	case a.flushed <- kept:
	default:
	}
}

// Fault is an error as the window shows it.
type Fault struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

// Formatter gives the window a Fault for every error, in the agent's
// language; the cause goes to the log.
func Formatter(a *Desk) func(error) any {
	return func(err error) any {
		if err == nil {
			return nil
		}
		slog.Error("call failed", "cause", err)
		return a.fault(err)
	}
}

func (a *Desk) fault(err error) *Fault {
	e := review.Describe(err)
	return &Fault{e.Code, e.Message.In(a.about.Language), e.Hint.In(a.about.Language)}
}

// Status is what is always in sight.
type Status struct {
	Version    string               `json:"version"`
	Profile    string               `json:"profile"`
	Service    string               `json:"service"`
	Person     string               `json:"person"`
	Language   review.Language      `json:"language"`
	Writer     review.WriterName    `json:"writer"`
	Writers    []WriterStatus       `json:"writers"`
	Counts     map[review.State]int `json:"counts"`
	Late       int                  `json:"late"`
	FourEyes   bool                 `json:"four_eyes"`
	ExportsDir string               `json:"exports_dir"`
}

// WriterStatus says whether a writer can write now, and if not why.
type WriterStatus struct {
	Name      review.WriterName `json:"name"`
	Available bool              `json:"available"`
	Detail    string            `json:"detail"`
}

// Status reads the counters and the choices in force.
func (a *Desk) Status() (Status, error) {
	s, err := a.desk.Settings(a.ctx)
	if err != nil {
		return Status{}, err
	}
	c, err := a.desk.Counts(a.ctx)
	if err != nil {
		return Status{}, err
	}
	return Status{Version: a.about.Version, Profile: a.about.Profile, Service: s.Service.Name, Person: s.Person, Language: a.about.Language,
		Writer: s.Writer, Writers: a.writers(s), Counts: c.ByState, Late: c.Late, FourEyes: s.Service.FourEyes, ExportsDir: a.about.Exports}, nil
}

// modelPatience bounds the look at the model server: the status line must not
// wait for one that is not there.
const modelPatience = 500 * time.Millisecond

func (a *Desk) writers(s desk.Settings) []WriterStatus {
	trame := WriterStatus{Name: review.WriterTrame, Available: true}
	model := WriterStatus{Name: review.WriterOllama}
	ctx, stop := context.WithTimeout(a.ctx, modelPatience)
	defer stop()
	all, err := a.desk.Models(ctx)
	switch {
	case err != nil:
		model.Detail = a.fault(err).Message
	case len(all) == 0:
		model.Detail = noModel.In(a.about.Language)
	default:
		model.Available, model.Detail = true, s.OllamaModel
	}
	return []WriterStatus{trame, model}
}

var noModel = review.Text{FR: "Aucun modèle sur ce poste : la page Modèles dit comment en ajouter un.", EN: "No model on this workstation: the Models page says how to add one."}

// ImportSample takes the bundled fictitious queue.
func (a *Desk) ImportSample() (review.Report, error) {
	r, err := a.desk.ImportSample(a.ctx)
	return r, a.changed(err)
}

// changed tells the window that the list may have moved, and passes err on.
func (a *Desk) changed(err error) error {
	if err == nil {
		a.emit("queue", struct{}{})
	}
	return err
}

// Exported is what an export did.
type Exported struct {
	Exported int    `json:"exported"`
	Path     string `json:"path"`
}

// Export writes the validated replies to a file.
func (a *Desk) Export(format, path string) (Exported, error) {
	if !filepath.IsAbs(path) {
		return Exported{}, errPath
	}
	n, err := a.desk.Export(a.ctx, desk.ExportOptions{Format: format, Path: path})
	return Exported{n, path}, a.changed(err)
}

var errPath = &review.Error{Code: "path", Kind: review.Misused,
	Message: review.Text{FR: "Indiquez le chemin complet du fichier.", EN: "Give the file’s whole path."},
	Hint:    review.Text{FR: "« Choisir… » le remplit pour vous.", EN: "“Choose…” fills it in for you."}}

// ChooseImport asks the agent for a file; "" when they cancel.
func (a *Desk) ChooseImport() (string, error) { return a.choose("") }

// ChooseExport asks the agent where to write; "" when they cancel.
func (a *Desk) ChooseExport(format string) (string, error) {
	extension := map[string]string{"jsonl": ".jsonl"}[format]
	if extension == "" {
		extension = ".csv"
	}
	return a.choose(filepath.Join(a.about.Exports, "reponses-"+a.desk.Now().Format("2006-01-02-15-04-05")+extension))
}

// errStopped is the cause of a draft's end by Stop or by closing.
var errStopped = errors.New("stopped")
