package app

import (
	"context"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// theAssistant is its place among the runs: no review has this number. Stop
// ends its answer like a draft, and so does closing.
const theAssistant = 0

var errAnswering = &review.Error{Code: "answering", Kind: review.Refused,
	Message: review.Text{FR: "Une question est déjà à l’étude.", EN: "A question is already being looked up."},
	Hint:    review.Text{FR: "Attendez sa réponse, ou arrêtez-la (Échap).", EN: "Wait for its answer, or stop it (Escape)."}}

// Answer is what the assistant said to a question, in the agent's language.
type Answer struct {
	ID        int64              `json:"id"`
	At        string             `json:"at"` // RFC 3339
	Question  string             `json:"question"`
	Follows   int64              `json:"follows"` // the question that this one goes on from, 0 for none
	Sentences []review.Statement `json:"answer"`
	Abstained bool               `json:"abstained"`
	Reason    string             `json:"reason"` // why it abstained, "" when it did not
	Writer    review.WriterName  `json:"writer"` // "" where passages stand as they are
	Model     string             `json:"model"`
	Removed   int                `json:"removed"` // sentences of the model that no passage supports
	Near      []review.Hit       `json:"near"`
}

func (a *Desk) answer(r review.Answer) Answer {
	return Answer{r.ID, stamp(r.At), r.Question, r.Follows, statements(r.Sentences), r.Abstained, r.Reason.In(a.about.Language), r.Writer, r.Model, r.Removed, hits(r.Near)}
}

// statements, and what stands in them, are never null in the window.
func statements(all []review.Statement) []review.Statement {
	out := []review.Statement{}
	for _, s := range all {
		out = append(out, review.Statement{Text: s.Text, Case: list(s.Case), Sources: list(s.Sources)})
	}
	return out
}

func hits(all []review.Hit) []review.Hit {
	out := []review.Hit{}
	for _, h := range all {
		h.Heading = list(h.Heading)
		out = append(out, h)
	}
	return out
}

// list is never null in the window.
func list[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

// AnswerEvent tells the window what of an answer is written and supported so
// far; an event that is lost or late does no harm.
type AnswerEvent struct {
	Run       int64              `json:"run"` // grows from one question to the next
	Sentences []review.Statement `json:"answer"`
}

// Ask answers a question from the sheets; follows is the one that it goes on
// from, 0 for none. Events "answer" come while a model writes, and Stop(0)
// ends it.
func (a *Desk) Ask(question string, follows int64) (Answer, error) {
	ctx, stop := context.WithCancelCause(a.ctx)
	defer stop(nil)
	run, ended, err := a.beginAnswer(func() { stop(errStopped) })
	if err != nil {
		return Answer{}, err
	}
	defer ended()
	said, err := a.desk.Ask(ctx, question, desk.AskOptions{Follows: follows, Progress: a.supported(run)})
	return a.answer(said), err
}

// beginAnswer takes the assistant's place; ended gives it back.
func (a *Desk) beginAnswer(stop func()) (run int64, ended func(), err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.runs[theAssistant] != nil {
		return 0, nil, errAnswering
	}
	a.lastRun++
	a.runs[theAssistant] = &draftRun{stop: stop}
	a.finished.Add(1)
	return a.lastRun, func() {
		a.mu.Lock()
		delete(a.runs, theAssistant)
		a.mu.Unlock()
		a.finished.Done()
	}, nil
}

// supported sends the sentences so far, at most every draftEvery.
func (a *Desk) supported(run int64) func([]review.Statement) {
	var last time.Time
	return func(so []review.Statement) {
		if time.Since(last) >= draftEvery {
			last = time.Now()
			a.emit("answer", AnswerEvent{run, statements(so)})
		}
	}
}

// AnswerPage is one page of the questions asked before, the newest first;
// Next is 0 at their end.
type AnswerPage struct {
	Answers []Answer `json:"answers"`
	Next    int64    `json:"next"`
}

// answersShown is how many questions a page holds.
const answersShown = 30

// Answers reads the questions before the one given; 0 begins at the newest.
func (a *Desk) Answers(before int64) (AnswerPage, error) {
	all, err := a.desk.Answers(a.ctx, before, answersShown+1)
	page := AnswerPage{Answers: []Answer{}}
	if len(all) > answersShown {
		all = all[:answersShown]
		page.Next = all[answersShown-1].ID
	}
	for _, r := range all {
		page.Answers = append(page.Answers, a.answer(r))
	}
	return page, err
}

// ForgetAnswers empties the list of questions asked before.
func (a *Desk) ForgetAnswers() error { return a.desk.ForgetAnswers(a.ctx) }

// MissingSheet is a question that no sheet covers.
type MissingSheet struct {
	ID       int64   `json:"id"`
	Question string  `json:"question"`
	Asked    int     `json:"asked"`
	LastAt   string  `json:"last_at"` // RFC 3339
	Reviews  []int64 `json:"reviews"`
}

// sheetsListed bounds the lists of missing sheets and of alerts.
const sheetsListed = 100

// Missing reads the questions that no sheet covers, the most asked first.
func (a *Desk) Missing() ([]MissingSheet, error) {
	all, err := a.desk.Missing(a.ctx, sheetsListed)
	out := []MissingSheet{}
	for _, m := range all {
		out = append(out, MissingSheet{m.ID, m.Question, m.Asked, stamp(m.LastAt), list(m.Reviews)})
	}
	return out, err
}

// CloseMissing takes a question off that list, or puts it back there.
func (a *Desk) CloseMissing(id int64, closed bool) error {
	return a.desk.CloseMissing(a.ctx, id, closed)
}

// SheetAlert is a reply that cites a sheet which changed or went away.
type SheetAlert struct {
	ID     int64        `json:"id"`
	At     string       `json:"at"` // RFC 3339
	Review int64        `json:"review"`
	Number int          `json:"number"`
	State  review.State `json:"state"`
	What   string       `json:"what"` // changed, gone
	Sheet  string       `json:"sheet"`
	Kind   string       `json:"kind"`
	Title  string       `json:"title"`
	Before string       `json:"before"` // YYYY-MM-DD
	After  string       `json:"after"`  // YYYY-MM-DD, "" where it is gone
	Lost   bool         `json:"lost"`
}

// Alerts reads the replies that cite a sheet which changed.
func (a *Desk) Alerts() ([]SheetAlert, error) {
	all, err := a.desk.Alerts(a.ctx, sheetsListed)
	out := []SheetAlert{}
	for _, r := range all {
		out = append(out, SheetAlert{r.ID, stamp(r.At), r.Review, r.Number, r.State, r.What, r.Sheet, r.Kind, r.Title, r.Before, r.After, r.Lost})
	}
	return out, err
}

// SeeAlert takes an alert off the list, or puts it back there.
func (a *Desk) SeeAlert(id int64, seen bool) error { return a.desk.SeeAlert(a.ctx, id, seen) }

// sheetsFound is how many sheets a search shows.
const sheetsFound = 20

// SearchSheets finds the sheets likeliest to bear on a question.
func (a *Desk) SearchSheets(question string) ([]review.Hit, error) {
	found, err := a.desk.SearchSheets(a.ctx, question, sheetsFound)
	return hits(found), err
}

// ReadSheet opens a whole sheet by its audience and id.
func (a *Desk) ReadSheet(kind, sheet string) (review.Sheet, error) {
	s, err := a.desk.ReadSheet(a.ctx, kind, sheet)
	s.Path, s.Sections = list(s.Path), list(s.Sections)
	for i := range s.Sections {
		s.Sections[i].Heading = list(s.Sections[i].Heading)
	}
	return s, err
}

// PackCard is a pack of sheets of this workstation.
type PackCard struct {
	Name    string              `json:"name"`
	BuiltAt string              `json:"built_at"` // RFC 3339
	Sheets  int                 `json:"sheets"`
	Sources []review.PackSource `json:"sources"`
}

// Packs lists the packs of sheets.
func (a *Desk) Packs() ([]PackCard, error) {
	all, err := a.desk.Packs(a.ctx)
	out := []PackCard{}
	for _, p := range all {
		out = append(out, PackCard{p.Name, stamp(p.BuiltAt), p.Sheets, list(p.Sources)})
	}
	return out, err
}
