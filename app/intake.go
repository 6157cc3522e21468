package app

import (
	"context"
	"path/filepath"
	"sync"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// ImportHow is how the agent says that a file is to be read; the zero value
// lets it be recognised.
type ImportHow struct {
	Format  string         `json:"format"`
	Mapping review.Mapping `json:"mapping"`
}

func (h ImportHow) options() desk.ImportOptions {
	return desk.ImportOptions{Format: h.Format, Mapping: h.Mapping}
}

// FilePreview is what a file holds and how it would be read.
type FilePreview struct {
	Path       string          `json:"path"`
	Name       string          `json:"name"`   // of the file alone
	Format     string          `json:"format"` // "" where none is sure enough
	Confidence float64         `json:"confidence"`
	Candidates []review.Guess  `json:"candidates"`
	Container  string          `json:"container"`
	Encoding   string          `json:"encoding"`
	Columns    []review.Column `json:"columns"`
	Fields     []review.Field  `json:"fields"` // that a column may be mapped to
	Rows       []PreviewRow    `json:"rows"`
}

// PreviewRow is one of the first rows: what its review would be, or why it
// gives none.
type PreviewRow struct {
	Rejected  string           `json:"rejected"`   // "" where the row gives a review
	Line      int              `json:"line"`       // of a rejected row
	WrittenAt string           `json:"written_at"` // the day where it was written, as 2006-01-02
	Title     string           `json:"title"`
	Excerpt   string           `json:"excerpt"`
	Sentiment review.Sentiment `json:"sentiment"`
	Author    string           `json:"author"`
	Answered  bool             `json:"answered"` // its platform carries a reply already
}

// LookAt says what a file holds and how it would be read; nothing is kept.
func (a *Desk) LookAt(path string, how ImportHow) (FilePreview, error) {
	if !filepath.IsAbs(path) {
		return FilePreview{}, errPath
	}
	p, err := a.desk.Look(a.ctx, path, how.options())
	if err != nil {
		return FilePreview{}, err
	}
	return FilePreview{Path: path, Name: filepath.Base(path), Format: p.Format, Confidence: p.Confidence, Candidates: p.Candidates, Container: p.Container,
		Encoding: p.Encoding, Columns: p.Columns, Fields: review.Fields(), Rows: a.previewRows(p.Rows)}, nil
}

func (a *Desk) previewRows(rows []review.Row) []PreviewRow {
	out := []PreviewRow{}
	for _, row := range rows {
		if x := row.Rejected; x != nil {
			out = append(out, PreviewRow{Rejected: x.Reason.In(a.about.Language), Line: x.Line})
			continue
		}
		c := card(row.Review, a.desk.Now())
		out = append(out, PreviewRow{WrittenAt: row.Review.WrittenAt.Format(time.DateOnly), Title: c.Title, Excerpt: c.Excerpt, Sentiment: c.Sentiment,
			Author: row.Review.Author, Answered: c.AnsweredElsewhere})
	}
	return out
}

// Foreseen is what an import would do, as far as the first rows tell.
type Foreseen struct {
	Looked     int  `json:"looked"` // rows looked at
	Whole      bool `json:"whole"`  // they are all there is
	Rows       int  `json:"rows"`   // of the whole file, estimated unless whole; 0 where nothing tells
	Added      int  `json:"added"`
	Updated    int  `json:"updated"`
	Duplicates int  `json:"duplicates"`
	Rejected   int  `json:"rejected"`
	WithReply  int  `json:"with_reply"`
}

// Foresee tells what an import would add; nothing is kept.
func (a *Desk) Foresee(path string, how ImportHow) (Foreseen, error) {
	f, err := a.desk.Foresee(a.ctx, path, how.options())
	return Foreseen{f.Read, f.Whole, f.Rows, f.Added, f.Updated, f.Duplicates, f.Rejected, f.WithReply}, err
}

// intakeWork is the import, or the retry of the quarantine, that is under way.
type intakeWork struct {
	mu   sync.Mutex
	stop func() // nil when there is none
}

// The ends and refusals of an import that are no failure.
var (
	errIntakeBusy = &review.Error{Code: "import_busy", Kind: review.Refused,
		Message: review.Text{FR: "Un autre import est en cours.", EN: "Another import is under way."},
		Hint:    review.Text{FR: "Attendez sa fin, ou arrêtez-le.", EN: "Wait for its end, or stop it."}}
	errImportStopped = &review.Error{Code: "import_stopped", Kind: review.Refused,
		Message: review.Text{FR: "L’import est arrêté.", EN: "The import is stopped."},
		Hint:    review.Text{FR: "Rien de ce fichier n’a été gardé.", EN: "Nothing of this file was kept."}}
	errRetryStopped = &review.Error{Code: "retry_stopped", Kind: review.Refused,
		Message: review.Text{FR: "La reprise est arrêtée.", EN: "The retry is stopped."},
		Hint:    review.Text{FR: "Les lignes déjà reprises sont dans la file.", EN: "The rows already taken are in the queue."}}
)

// intake does one work on files at a time, until StopImport or the closing of
// the window, and gives stopped for its error then.
func (a *Desk) intake(stopped *review.Error, work func(ctx context.Context) error) error {
	ctx, stop := context.WithCancel(a.ctx)
	defer stop()
	if !a.beginFiles(stop) {
		return errIntakeBusy
	}
	defer a.endFiles()
	err := work(ctx)
	if err != nil && ctx.Err() != nil {
		return stopped.With(err)
	}
	return a.changed(err)
}

func (a *Desk) beginFiles(stop func()) bool {
	a.files.mu.Lock()
	defer a.files.mu.Unlock()
	if a.files.stop != nil {
		return false
	}
	a.files.stop = stop
	a.finished.Add(1)
	return true
}

func (a *Desk) endFiles() {
	a.files.mu.Lock()
	defer a.files.mu.Unlock()
	a.files.stop = nil
	a.finished.Done()
}

// StopImport ends the import under way, of which nothing is kept then, or the
// retry of the quarantine.
func (a *Desk) StopImport() {
	a.files.mu.Lock()
	defer a.files.mu.Unlock()
	if a.files.stop != nil {
		a.files.stop()
	}
}

// ImportEvent tells the window how far an import is.
type ImportEvent struct {
	Read     int     `json:"read"`      // rows
	Share    float64 `json:"share"`     // of the file; 1 while what was read is put in order
	LeftS    float64 `json:"left_s"`    // 0 for unknown
	FinishAt string  `json:"finish_at"` // RFC 3339; "" for unknown
}

// ImportFile takes a file into the queue, all of it or nothing; events
// "import" say how far it is.
func (a *Desk) ImportFile(path string, how ImportHow) (report review.Report, err error) {
	o := how.options()
	o.Progress = a.importing()
	err = a.intake(errImportStopped, func(ctx context.Context) error {
		report, err = a.desk.Import(ctx, path, o)
		return err
	})
	return report, err
}

// importEvery is the shortest time between two events of one import.
const importEvery = 200 * time.Millisecond

// importing tells the window how far an import is, now and then.
func (a *Desk) importing() func(read int, share float64) {
	began, last := a.desk.Now(), time.Time{}
	return func(read int, share float64) {
		now := a.desk.Now()
		if share < 1 && now.Sub(last) < importEvery {
			return
		}
		last = now
		a.emit("import", importEvent(read, share, began, now))
	}
}

// An estimate is told once there is something to tell it from.
const (
	estimateAfter = time.Second
	estimateShare = 0.02
)

// ordering is how long it takes to put in order what was read, against the
// time of reading it: measured on 100,000 rows.
const ordering = 0.3

func importEvent(read int, share float64, began, now time.Time) ImportEvent {
	e, spent := ImportEvent{Read: read, Share: share}, now.Sub(began)
	if spent < estimateAfter || share < estimateShare || share >= 1 {
		return e
	}
	left := time.Duration(float64(spent) * ((1+ordering)/share - 1))
	e.LeftS, e.FinishAt = left.Seconds(), now.Add(left).Format(time.RFC3339)
	return e
}

// BatchCard is one import as it is remembered.
type BatchCard struct {
	review.Report
	At       string `json:"at"`        // RFC 3339
	UndoneAt string `json:"undone_at"` // RFC 3339; "" while it stands
	Waiting  int    `json:"waiting"`   // rows that wait to be mended
}

// batchesMost is how many imports the window looks back: those of files among
// them are listed, and rows mended one by one are not.
const batchesMost = 500

// BatchPage is the last imports of files, the newest first, and how many rows
// wait to be mended in all.
type BatchPage struct {
	Batches []BatchCard `json:"batches"`
	Waiting int         `json:"waiting"`
}

// Batches lists the last imports of files.
func (a *Desk) Batches() (BatchPage, error) {
	page := BatchPage{Batches: []BatchCard{}}
	waiting, err := a.desk.Waiting(a.ctx)
	if err != nil {
		return page, err
	}
	for _, n := range waiting {
		page.Waiting += n
	}
	all, err := a.desk.Batches(a.ctx, batchesMost)
	for _, b := range all {
		if !b.Mended {
			page.Batches = append(page.Batches, BatchCard{b.Report, stamp(b.At), stamp(b.Undone), waiting[b.Batch]})
		}
	}
	return page, err
}

// UndoImport takes a whole import back.
func (a *Desk) UndoImport(batch int64) error { return a.changed(a.desk.UndoImport(a.ctx, batch)) }

// WaitingRow is a row of a file that gave no review and waits to be mended.
type WaitingRow struct {
	ID     int64  `json:"id"`
	Batch  int64  `json:"batch"`
	Format string `json:"format"`
	Header string `json:"header"` // that the row stood under; "" where there is none
	Line   int    `json:"line"`
	Reason string `json:"reason"`
	Raw    string `json:"raw"`
}

// QuarantinePage is a page of the rows that wait. Next is the number to ask
// the page after with, 0 at the end.
type QuarantinePage struct {
	Rows []WaitingRow `json:"rows"`
	Next int64        `json:"next"`
}

// quarantinePage is how many rows one page holds.
const quarantinePage = 50

// Quarantine reads a page of the rows that wait after a number, those of one
// import or of all (0).
func (a *Desk) Quarantine(batch, after int64) (QuarantinePage, error) {
	page := QuarantinePage{Rows: []WaitingRow{}}
	rows, err := a.quarantined(batch, after)
	for _, q := range rows[:min(len(rows), quarantinePage)] {
		page.Rows = append(page.Rows, WaitingRow{q.ID, q.Batch, q.Format, q.Header, q.Line, q.Reason.In(a.about.Language), q.Raw})
	}
	if len(rows) > quarantinePage {
		page.Next = rows[quarantinePage-1].ID
	}
	return page, err
}

func (a *Desk) quarantined(batch, after int64) ([]review.Quarantined, error) {
	if batch == 0 {
		return a.desk.Quarantine(a.ctx, after, quarantinePage+1)
	}
	return a.desk.QuarantineOf(a.ctx, batch, after, quarantinePage+1)
}

// Retake takes a row into the queue as the agent mended it.
func (a *Desk) Retake(id int64, text string) (review.Report, error) {
	r, err := a.desk.Retry(a.ctx, id, text)
	return r, a.changed(err)
}

// DiscardRow takes a row that is no review out of those that wait.
func (a *Desk) DiscardRow(id int64) error {
	return a.changed(a.desk.DiscardRows(a.ctx, []int64{id}))
}

// DiscardRows does so with all that wait of one import, and says which they were.
func (a *Desk) DiscardRows(batch int64) ([]int64, error) {
	ids, err := a.desk.DiscardBatch(a.ctx, batch)
	return ids, a.changed(err)
}

// RestoreRows lets discarded rows wait again.
func (a *Desk) RestoreRows(ids []int64) error {
	return a.changed(a.desk.RestoreRows(a.ctx, ids))
}

// RetakeAll tries all rows that wait once more as they stand.
func (a *Desk) RetakeAll() (n desk.Retried, err error) {
	err = a.intake(errRetryStopped, func(ctx context.Context) error {
		n, err = a.desk.RetryAll(ctx)
		return err
	})
	return n, err
}
