// Package desk holds the use cases: what an agent does with reviews, one verb
// a method. It declares the parts it needs and knows no adapter; main hands
// them in.
package desk

import (
	"context"
	"iter"
	"math"
	"time"

	"ecritoire/internal/prompt"
	"ecritoire/internal/review"
)

// Store keeps the queue. Every method that changes something has it on the
// disk when it returns.
type Store interface {
	Import(ctx context.Context, from review.Origin, rows iter.Seq2[review.Row, error], due func(time.Time) time.Time, dry bool) (review.Report, error)
	Page(ctx context.Context, f review.Filter) (review.Page, error)
	Count(ctx context.Context, f review.Filter, most int) (review.Found, error)
	Counts(ctx context.Context, now time.Time) (review.Counts, error)
	Review(ctx context.Context, id int64) (review.Review, error)
	WithText(ctx context.Context, text string) (r review.Review, known bool, err error)
	Replies(ctx context.Context, id int64, limit int) ([]review.Reply, error)
	History(ctx context.Context, id int64) ([]review.Event, error)
	SubmittedBy(ctx context.Context, id int64) (string, error)
	Advance(ctx context.Context, m review.Move) (review.Review, error)
	// Undo puts back the state before a decision that nothing has followed;
	// m.Action is not looked at. Else review.ErrNothingToUndo.
	Undo(ctx context.Context, m review.Move) (review.Review, error)
	Abandon(ctx context.Context, r review.Review, reason string, at time.Time) (review.Review, error)
	Progress(ctx context.Context, id int64, number int, body string) error
	MarkExported(ctx context.Context, reviews []review.Review, by string, at time.Time) error
	Settings(ctx context.Context) (map[string]string, error)
	Set(ctx context.Context, key, value string) error
	Redate(ctx context.Context, key, value string, due func(written time.Time) time.Time) error
	Tallies(ctx context.Context) (review.Tallies, error)
	Timeline(ctx context.Context) (review.Timeline, error)
	Judge(ctx context.Context, f review.Feedback) error
	Unreject(ctx context.Context, id int64, number int) error
	Feedback(ctx context.Context, id int64) ([]review.Feedback, error)
	Like(ctx context.Context, stems []string, except int64, limit int) ([]review.Example, error)
	Example(ctx context.Context, id int64, number int) (e review.Example, ok bool, err error)
	KeepPart(ctx context.Context, text string) (hash string, err error)
	Part(ctx context.Context, hash string) (string, error)

	Batches(ctx context.Context, limit int) ([]review.Batch, error)
	UndoBatch(ctx context.Context, id int64) error
	Quarantine(ctx context.Context, after int64, limit int) ([]review.Quarantined, error)
	QuarantineOf(ctx context.Context, batch, after int64, limit int) ([]review.Quarantined, error)
	Discarded(ctx context.Context, after int64, limit int) ([]review.Quarantined, error)
	Discard(ctx context.Context, ids []int64, at time.Time) error
	DiscardBatch(ctx context.Context, batch int64, at time.Time) ([]int64, error)
	Restore(ctx context.Context, ids []int64) error
	Waiting(ctx context.Context) (map[int64]int, error)
	Retake(ctx context.Context, id int64, row review.Row, due func(time.Time) time.Time, by string) (review.Report, error)
	Outdated(ctx context.Context, id int64) (bool, error)
	Twins(ctx context.Context, id int64, limit int) ([]review.Review, error)
	Assign(ctx context.Context, id, version int64, name, by string, at time.Time) (review.Review, error)
	Assignee(ctx context.Context, id int64) (string, error)
	Snooze(ctx context.Context, id int64, until time.Time, by string, at time.Time) error
	Snoozed(ctx context.Context, id int64) (until time.Time, err error)
	People(ctx context.Context, limit int) ([]string, error)
	Structures(ctx context.Context, limit int) ([]string, error)
	Preview(ctx context.Context, b review.Bulk) (int, error)
	Do(ctx context.Context, b review.Bulk) (int, error)
	UndoBulk(ctx context.Context, by string, at time.Time) (int, error)
	Views(ctx context.Context) ([]review.View, error)
	SaveView(ctx context.Context, v review.View) error
	RemoveView(ctx context.Context, name string) error
	Expired(ctx context.Context, clocks []review.Clock, now time.Time, limit int) (review.Expired, error)
	FindPerson(ctx context.Context, words string) (review.Traces, error)
	Purge(ctx context.Context, t review.Traces, reason, by string, at time.Time) (review.Certificate, error)
	Certificates(ctx context.Context) ([]review.Certificate, error)

	KeepAnswer(ctx context.Context, a review.Answer) (id int64, err error)
	Answer(ctx context.Context, id int64) (review.Answer, error)
	Answers(ctx context.Context, before int64, limit int) ([]review.Answer, error)
	ForgetAnswers(ctx context.Context) error
	ForgetAbout(ctx context.Context, words string) error
	Miss(ctx context.Context, question string, id int64, at time.Time) error
	Missing(ctx context.Context, limit int) ([]review.Missing, error)
	CloseMissing(ctx context.Context, id int64, closed bool) error
	Alert(ctx context.Context, changes []review.SheetChange, at time.Time) (found int, err error)
	Alerts(ctx context.Context, limit int) ([]review.Alert, error)
	SeeAlert(ctx context.Context, id int64, seen bool) error

	Enqueue(ctx context.Context, tasks []review.Task, rank review.Rank) error
	EnqueueNew(ctx context.Context, t review.Task) (added int, err error)
	Raise(ctx context.Context, id int64) error
	TakeTask(ctx context.Context) (t review.Task, ok bool, err error)
	PutBack(ctx context.Context, id int64, reason string, last bool) error
	FailTask(ctx context.Context, id int64, reason string) error
	EndTask(ctx context.Context, id int64) error
	DropTask(ctx context.Context, id int64) error
	DropTasks(ctx context.Context, ahead bool) error
	Tasks(ctx context.Context) (review.Tasks, error)
	Pause(ctx context.Context, reason review.Pause) error
	Paces(ctx context.Context) ([]review.Pace, error)
	SetPace(ctx context.Context, p review.Pace) error
}

// Engine runs the models of this workstation: the bundled server, or the one
// that the settings name.
type Engine interface {
	Models(ctx context.Context) ([]review.Model, error)
	Import(ctx context.Context, path, name string, progress func(review.Progress)) (review.Model, error)
	Remove(ctx context.Context, name string) error
	Bench(ctx context.Context, name string, progress func(review.Progress)) (review.Pace, error)
	Advise(ctx context.Context, models []review.Model) (review.Advice, error)
	Status(ctx context.Context) (review.RuntimeStatus, error)
}

// Sheets are the reference sheets on this workstation.
type Sheets interface {
	// Build tells what changed from the pack of that name that was there.
	Build(ctx context.Context, name string, sources []string, progress func(review.Progress)) (review.Pack, []review.SheetChange, error)
	Packs(ctx context.Context) ([]review.Pack, error)
	// Search gives at most n sheets, one hit for each; Passages up to each
	// passages of every one.
	Search(ctx context.Context, question string, n int) ([]review.Hit, error)
	Passages(ctx context.Context, question string, n, each int) ([]review.Hit, error)
	Read(ctx context.Context, kind, sheet string) (review.Sheet, error)
	Compare(ctx context.Context, before, after string) ([]review.SheetChange, error)
}

// File is a file of reviews whose format was recognised.
type File interface {
	Name() string // of the format
	Key() string  // of the header: a mapping is remembered under it
	Header() string
	Rows() iter.Seq2[review.Row, error]
	Progress() float64 // of the file, from 0 to 1
	Close() error
}

// Budget is how many tokens a prompt may take, and what counts them as the
// model does; a nil Count is an estimate.
type Budget struct {
	Room  int
	Count func(text string) int
}

// Parts are the adapters that main hands to a desk.
type Parts struct {
	Store Store
	Open  func(path string, o OpenOptions) (File, error)
	Look  func(path string, o OpenOptions) (review.Preview, error)
	// Again reads one row as it would be read in a file of that origin.
	Again  func(from review.Origin, raw string) review.Row
	Sample func() (File, error)
	Writer func(name review.WriterName, s Settings) (review.Writer, error)
	Engine func(s Settings) (Engine, error)
	// Budget is what a prompt for a model may take.
	Budget    func(ctx context.Context, s Settings, model string) (Budget, error)
	Templates func() (prompt.Templates, error)
	Sheets    Sheets
	Meaning   func(s Settings) (Meaning, error)
	Outbox    func(path, format string, replies iter.Seq2[review.Outgoing, error]) (int, error)
	// OnBattery says whether the workstation runs on its battery now.
	OnBattery func() bool
}

// Desk is the agent's desk on one profile.
type Desk struct {
	parts Parts
	now   func() time.Time
	work  *work

	vectors vectors
}

// New makes a desk of its parts.
func New(p Parts) *Desk { return &Desk{parts: p, now: time.Now, work: newWork()} }

// Page reads one page of the queue, oldest deadline first. Without
// a limit it holds 50, and 500 at most.
func (d *Desk) Page(ctx context.Context, f review.Filter) (review.Page, error) {
	if f.Limit < 1 {
		f.Limit = 50
	}
	f.Limit = min(f.Limit, 500)
	return d.parts.Store.Page(ctx, f)
}

// countedMost is how many hits of a search are counted: a common word of a
// large queue stands in hundreds of thousands.
const countedMost = 10_000

// Count tells how many reviews a filter finds; of a search, 10,000 at most.
func (d *Desk) Count(ctx context.Context, f review.Filter) (review.Found, error) {
	most := math.MaxInt32
	if f.Search != "" {
		most = countedMost
	}
	return d.parts.Store.Count(ctx, f, most)
}

// Now is the desk's clock.
func (d *Desk) Now() time.Time { return d.now() }

// Counts reads how many reviews stand in each state.
func (d *Desk) Counts(ctx context.Context) (review.Counts, error) {
	return d.parts.Store.Counts(ctx, d.now())
}
