package desk

import (
	"context"
	"slices"
	"time"

	"ecritoire/internal/figures"
	"ecritoire/internal/prompt"
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Figures are the service's figures.
type Figures = figures.Figures

// DraftFigures are what agents made of the drafts of one writer.
type DraftFigures = figures.Drafts

// Period is a week or a month of the service's figures.
type Period = figures.Period

// By is what a series of figures is cut by.
type By = figures.By

// Personal is a stretch of a review's text that could name somebody.
type Personal struct {
	review.Span
	Kind string // a kind of package privacy: person, phone, email…
}

// Notice is what an agent must know of a review before reading on.
type Notice struct {
	Kind    string // Urgent, insult, order, language, long, instead or outdated
	Message review.Text
}

// Urgent is the kind of notice on a review that speaks of danger.
const Urgent = "urgent"

// Dossier is all there is to know of one review.
type Dossier struct {
	Review   review.Review
	Analysis Analysis
	Points   []reading.Point // of its text
	Personal []Personal
	Notices  []Notice
	Replies  []review.Reply // the one in force first, then newest first, at most 50
	Feedback []review.Feedback
	History  []review.Event
	Allowed  []review.Action
	Limit    int       // longest reply there, frame included, in code points; 0 for none
	Assignee string    // who is to answer, "" for nobody
	Until    time.Time // when a review that was put off comes back, else the zero moment
}

// Show reads a dossier.
func (d *Desk) Show(ctx context.Context, id int64) (f Dossier, err error) {
	s, err := d.Settings(ctx)
	if err != nil {
		return f, err
	}
	if f.Review, err = d.parts.Store.Review(ctx, id); err != nil {
		return f, err
	}
	f.Allowed = f.Review.Allowed(s.Service.FourEyes)
	f.Limit = s.Service.Limit(string(f.Review.Source))
	f.read()
	if f.Replies, err = d.parts.Store.Replies(ctx, id, 50); err != nil {
		return f, err
	}
	f.explain()
	outdated, err := d.parts.Store.Outdated(ctx, id)
	if err != nil {
		return f, err
	}
	if outdated {
		f.Notices = append(f.Notices, noticeOutdated)
	}
	if f.Feedback, err = d.parts.Store.Feedback(ctx, id); err != nil {
		return f, err
	}
	if f.Assignee, err = d.parts.Store.Assignee(ctx, id); err != nil {
		return f, err
	}
	if f.Until, err = d.parts.Store.Snoozed(ctx, id); err != nil {
		return f, err
	}
	f.History, err = d.parts.Store.History(ctx, id)
	return f, err
}

// read adds what can be read in the text itself.
func (f *Dossier) read() {
	a := reading.Analyse(f.Review)
	f.Analysis = analysisOf(f.Review, a)
	f.Points, f.Personal, f.Notices = placed(a.Points), Detect(f.Review.Text), []Notice{}
	for _, n := range []struct {
		holds  bool
		notice Notice
	}{
		{len(a.Signals.Urgent) > 0, alarmed(a.Signals.Urgent)}, {len(a.Signals.Insult) > 0, noticeInsult},
		{len(a.Signals.Order) > 0, noticeOrder}, {a.Language == reading.English || a.Language == reading.Other, noticeLanguage},
		{prompt.LeftOut(f.Review, nil).ReviewRunes > 0, noticeLong},
	} {
		if n.holds {
			f.Notices = append(f.Notices, n.notice)
		}
	}
}

// explain says why trame wrote where a model was asked.
func (f *Dossier) explain() {
	if len(f.Replies) > 0 {
		f.Notices = append(f.Notices, StandsIn(f.Replies[0])...)
	}
}

// StandsIn tells of a draft by trame where a model was asked, which nobody is
// to take for the model's.
func StandsIn(p review.Reply) []Notice {
	if p.Writer == review.WriterTrame && p.Recipe.Again > 0 {
		return []Notice{noticeInstead}
	}
	return nil
}

// placed leaves out the points that only the title raises: they have no place
// in the text, and stand last, so that the numbers of the others hold.
func placed(all []reading.Point) []reading.Point {
	return slices.DeleteFunc(slices.Clone(all), func(p reading.Point) bool { return p.Span == (review.Span{}) })
}

var (
	noticeInstead = Notice{"instead", review.Text{
		FR: "Le modèle a écrit deux fois un texte que les contrôles bloquent : voici celui de la trame. Ses essais restent parmi les versions.",
		EN: "The model twice wrote a text that the checks block: here is trame’s. Its tries stay among the versions."}}
	noticeOutdated = Notice{"outdated", review.Text{
		FR: "Le texte de cet avis a changé depuis que la réponse a été commencée : relisez-la, ou demandez un autre brouillon.",
		EN: "The text of this review changed after the reply was begun: read it again, or ask for another draft."}}
	noticeInsult = Notice{"insult", review.Text{
		FR: "Cet avis contient des propos blessants. Vous pouvez l’écarter ou y répondre calmement.",
		EN: "This review holds hurtful words. You may dismiss it or answer calmly."}}
	noticeOrder = Notice{"order", review.Text{
		FR: "Cet avis essaie de donner des ordres à un modèle : relisez le brouillon comme si vous l’écriviez vous-même.",
		EN: "This review tries to give orders to a model: read the draft as if you were writing it yourself."}}
	noticeLanguage = Notice{"language", review.Text{
		FR: "Cet avis n’est pas écrit en français.",
		EN: "This review is not written in French."}}
	noticeLong = Notice{"long", review.Text{
		FR: "Cet avis est très long : un modèle n’en lit que le début et la fin.",
		EN: "This review is very long: a model reads only its beginning and its end."}}
)
