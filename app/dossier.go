package app

import (
	"math"
	"slices"
	"strings"
	"time"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// QueuePage is one page of the list; Next is "" at its end.
type QueuePage struct {
	Cards []Card `json:"cards"`
	Next  string `json:"next"`
}

// Card is a review in the list.
type Card struct {
	ID                int64            `json:"id"`
	State             review.State     `json:"state"`
	Sentiment         review.Sentiment `json:"sentiment"`
	Title             string           `json:"title"`
	Excerpt           string           `json:"excerpt"`
	WrittenAt         string           `json:"written_at"`
	DueAt             string           `json:"due_at"`
	DaysLeft          int              `json:"days_left"` // negative: late
	Subject           string           `json:"subject"`
	AnsweredElsewhere bool             `json:"answered_elsewhere"`
	TitleMarks        []review.Span    `json:"title_marks"` // hits of the search, in code points
	Marks             []review.Span    `json:"marks"`       // of the excerpt
}

// excerptLength is what two lines of the list show, in code points.
const excerptLength = 160

func card(r review.Review, now time.Time) Card {
	return Card{r.ID, r.State, r.Sentiment, r.Title, excerptAt(r, nil), stamp(r.WrittenAt), stamp(r.DueAt), daysLeft(r, now), subject(r), r.AnsweredElsewhere,
		[]review.Span{}, []review.Span{}}
}

// flat is a review's text on one line.
func flat(r review.Review) string { return strings.Join(strings.Fields(r.Text), " ") }

// excerptAt is what the list shows of a text: its beginning, or where the
// first hit of a search stands beyond it.
func excerptAt(r review.Review, hits []review.Span) string {
	text, from := []rune(flat(r)), 0
	if len(hits) > 0 && hits[0].End > excerptLength {
		from = hits[0].Start - excerptLength/4
	}
	end := min(len(text), from+excerptLength)
	excerpt := string(text[from:end])
	if from > 0 {
		excerpt = "…" + excerpt
	}
	if end < len(text) {
		excerpt += "…"
	}
	return excerpt
}

func daysLeft(r review.Review, now time.Time) int {
	return int(math.Floor(r.DueAt.Sub(now).Hours() / 24))
}

func subject(r review.Review) string {
	parts := []string{}
	if name := typology(r); name != "" {
		parts = append(parts, name)
	}
	if c := r.Channels(); len(c) > 0 {
		parts = append(parts, strings.Join(c, ", "))
	}
	return strings.Join(parts, " · ")
}

func typology(r review.Review) string {
	for _, t := range r.Typologies {
		if t.Name != "" {
			return t.Name
		}
	}
	return r.Structure()
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// Sheet is the review of a dossier.
type Sheet struct {
	Card
	Source       review.Source  `json:"source"`
	ExternalID   string         `json:"external_id"`
	Version      int64          `json:"version"`
	Text         string         `json:"text"`
	Author       string         `json:"author"`
	PostedAs     string         `json:"posted_as"`
	Themes       []review.Theme `json:"themes"`
	Channels     []string       `json:"channels"`
	Structure    string         `json:"structure"`
	Typology     string         `json:"typology"`
	Tags         []string       `json:"tags"`
	EarlierReply string         `json:"earlier_reply"`
}

func sheet(r review.Review, now time.Time) Sheet {
	return Sheet{card(r, now), r.Source, r.ExternalID, r.Version, r.Text, r.Author, r.PostedAs, r.Themes, r.Channels(), r.Structure(), typology(r), r.Tags, r.Platform.Reply}
}

// Version is a version of the reply.
type Version struct {
	Number    int               `json:"number"`
	Greeting  string            `json:"greeting"`
	Body      string            `json:"body"`
	Closing   string            `json:"closing"`
	Signature string            `json:"signature"`
	Text      string            `json:"text"`
	Writer    review.WriterName `json:"writer"`
	Model     string            `json:"model"`
	By        string            `json:"by"`
	WrittenAt string            `json:"written_at"`
	Partial   bool              `json:"partial"`
	Sources   []review.Passage  `json:"sources"`
	Findings  []Finding         `json:"findings"`
	Wish      review.Wish       `json:"wish"`
	Prompted  bool              `json:"prompted"` // whether Prompt can open what a model was given
	Rejected  string            `json:"rejected"` // the reason's code, "" for not rejected
}

func (a *Desk) version(p review.Reply) Version {
	f := p.Frame
	return Version{p.Number, f.Greeting, p.Body, f.Closing, f.Signature, p.Text(), p.Writer, p.Model, p.By, stamp(p.WrittenAt), p.Partial, p.Sources, a.findings(p.Findings),
		p.Wish, p.Recipe.System != "", ""}
}

// Finding is what a check says, in the agent's language.
type Finding struct {
	Rule     string          `json:"rule"`
	Severity review.Severity `json:"severity"`
	Start    int             `json:"start"`
	End      int             `json:"end"`
	Message  string          `json:"message"`
	Repair   *string         `json:"repair"`
}

func (a *Desk) findings(all []review.Finding) []Finding {
	out := []Finding{}
	for _, f := range all {
		out = append(out, Finding{f.Rule, f.Severity, f.Start, f.End, f.Message.In(a.about.Language), f.Repair})
	}
	return out
}

// Point is a numbered stretch of the review's text.
type Point struct {
	Number int `json:"number"`
	Start  int `json:"start"`
	End    int `json:"end"`
}

// Personal is a stretch of the review's text that names somebody.
type Personal struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Notice is what the agent must know before reading on.
type Notice struct {
	Kind    string `json:"kind"`
	Message string `json:"message"`
}

// Event is a line of the history.
type Event struct {
	At     string        `json:"at"`
	Action review.Action `json:"action"`
	From   review.State  `json:"from"`
	To     review.State  `json:"to"`
	By     string        `json:"by"`
	Reason string        `json:"reason"`
	Reply  int           `json:"reply"`
}

// Dossier is all the window shows of one review.
type Dossier struct {
	Review   Sheet           `json:"review"`
	Points   []Point         `json:"points"`
	Personal []Personal      `json:"personal"`
	Notices  []Notice        `json:"notices"`
	Reply    *Version        `json:"reply"`
	Versions []Version       `json:"versions"`
	History  []Event         `json:"history"`
	Allowed  []review.Action `json:"allowed"`
	Limit    int             `json:"limit"` // longest reply there, in code points; 0 for none
	Assignee string          `json:"assignee"`
	Until    string          `json:"until"` // when a review that was put off comes back, else ""
}

// Open reads one review with its replies and its history.
func (a *Desk) Open(id int64) (Dossier, error) {
	f, err := a.desk.Show(a.ctx, id)
	if err != nil {
		return Dossier{}, err
	}
	out := Dossier{Review: sheet(f.Review, a.desk.Now()), Versions: []Version{}, History: []Event{}, Allowed: f.Allowed}
	out.Assignee, out.Until, out.Limit = f.Assignee, stamp(f.Until), f.Limit
	out.read(f, a.about.Language)
	for _, p := range f.Replies {
		out.Versions = append(out.Versions, a.version(p))
	}
	out.judge(f.Feedback)
	if len(out.Versions) > 0 {
		out.Reply = &out.Versions[0]
	}
	for _, e := range f.History {
		out.History = append(out.History, Event{stamp(e.At), e.Action, e.From, e.To, e.By, e.Reason, e.Reply})
	}
	return out, nil
}

func (d *Dossier) read(f desk.Dossier, l review.Language) {
	d.Points, d.Personal, d.Notices = []Point{}, []Personal{}, []Notice{}
	for _, p := range f.Points {
		d.Points = append(d.Points, Point{p.Number, p.Start, p.End})
	}
	for _, p := range f.Personal {
		d.Personal = append(d.Personal, Personal{p.Kind, p.Start, p.End})
	}
	for _, n := range f.Notices {
		d.Notices = append(d.Notices, Notice{n.Kind, n.Message.In(l)})
	}
}

// judge marks the versions that the agent rejected.
func (d *Dossier) judge(all []review.Feedback) {
	for _, f := range all {
		for i := range d.Versions {
			if d.Versions[i].Number == f.Number && f.Judgement == review.Rejected {
				d.Versions[i].Rejected = f.Reason
			}
		}
	}
}

// Frames are the choices that the frame's menus offer.
type Frames struct {
	Greeting   string   `json:"greeting"`
	Closings   []string `json:"closings"`
	Signatures []string `json:"signatures"`
}

// Frames reads the service's frame, its formulas in English last.
func (a *Desk) Frames() (Frames, error) {
	s, err := a.desk.Settings(a.ctx)
	f := s.Service
	return Frames{f.Greeting, offered(f.Closings, f.ClosingEnglish), offered(f.Signatures, f.SignatureEnglish)}, err
}

// offered adds a formula in English, where there is one.
func offered(all []string, english string) []string {
	if english == "" || slices.Contains(all, english) {
		return all
	}
	return append(slices.Clone(all), english)
}

// Edition is what the agent has written in the window.
type Edition struct {
	ID        int64  `json:"id"`
	Version   int64  `json:"version"` // of the review, as the window knows it
	Reply     int    `json:"reply"`   // number of the version being edited, 0 to start one
	Greeting  string `json:"greeting"`
	Body      string `json:"body"`
	Closing   string `json:"closing"`
	Signature string `json:"signature"`
}

func (e Edition) frame() review.Frame {
	return review.Frame{Greeting: e.Greeting, Closing: e.Closing, Signature: e.Signature}
}

// Saved is where an edition was kept.
type Saved struct {
	Version  int64     `json:"version"`
	Number   int       `json:"number"`
	SavedAt  string    `json:"saved_at"`
	Findings []Finding `json:"findings"`
}

// Save keeps a version by hand; when it returns, it is on the disk.
func (a *Desk) Save(e Edition) (Saved, error) {
	r, p, err := a.desk.Edit(a.ctx, e.ID, desk.Edition{Number: e.Reply, Version: e.Version, Frame: e.frame(), Body: e.Body})
	if err != nil {
		return Saved{}, err
	}
	return Saved{r.Version, p.Number, stamp(p.WrittenAt), a.findings(p.Findings)}, nil
}
