package desk

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"unicode/utf8"

	"ecritoire/internal/answer"
	"ecritoire/internal/privacy"
	"ecritoire/internal/prompt"
	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// AskOptions say how a question is answered.
type AskOptions struct {
	Writer   review.WriterName // WriterOllama has a model word the answer, WriterTrame takes the passages as they stand; "" for the service's choice
	Model    string            // "" for the service's choice
	Follows  int64             // the question that this one goes on from, 0 for none
	Progress func([]review.Statement)
}

const (
	questionMost   = 1000 // code points
	answeringFrom  = 3    // sheets that an answer may stand on
	answeringParts = 20   // passages of each
	wordingParts   = 4    // of these, passages that a model is given
	followsMost    = 3    // questions that one may go on from, back and back
)

// ErrQuestion: there is nothing to look up, or far too much.
var ErrQuestion = &review.Error{Code: "question", Kind: review.Misused,
	Message: review.Text{FR: "Cette question est vide, ou dépasse 1 000 caractères.", EN: "This question is empty, or longer than 1,000 characters."},
	Hint:    review.Text{FR: "Posez une question à la fois, en quelques mots.", EN: "Ask one question at a time, in a few words."}}

// The reasons for which the assistant abstains.
var (
	reasonNoPack  = review.Text{FR: "Aucune fiche n’est installée sur ce poste.", EN: "No sheet is installed on this workstation."}
	reasonNoSheet = review.Text{FR: "Aucune fiche de ce poste ne couvre cette question. Elle est notée dans la liste des fiches manquantes.", EN: "No sheet on this workstation covers this question. It was put on the list of missing sheets."}
	reasonNoLine  = review.Text{FR: "Des fiches traitent de ce sujet, mais aucune ne répond à cette question en propres termes. Elle est notée dans la liste des fiches manquantes.", EN: "Some sheets treat of this matter, but none answers this question in so many words. It was put on the list of missing sheets."}
)

// Ask answers a question from the sheets alone: each statement names the
// passages that it stands on. Where no sheet bears on it, the answer abstains
// and the question goes on the list of missing sheets. A model's sentences
// that no passage supports are removed before anything is shown; where none is
// left, or the model fails, the passages speak for themselves. The answer is
// kept in the profile.
func (d *Desk) Ask(ctx context.Context, question string, o AskOptions) (review.Answer, error) {
	question = strings.TrimSpace(question)
	if question == "" || utf8.RuneCountInString(question) > questionMost {
		return review.Answer{}, ErrQuestion
	}
	a := review.Answer{At: d.now(), Question: question, Follows: o.Follows, Sentences: []review.Statement{}, Near: []review.Hit{}}
	hidden, _ := privacy.Pseudonymise(question)
	earlier, err := d.earlier(ctx, o.Follows)
	if err != nil {
		return a, err
	}
	hits, err := d.passages(ctx, asked{question: hidden, earlier: earlier}.whole())
	if err != nil {
		return a, err
	}
	a.Near = first(hits, 1)
	if err := d.word(ctx, &a, asked{hidden, earlier, hits}, o); err != nil {
		return a, asStopped(err)
	}
	if err := d.abstain(ctx, &a, hidden, len(hits) > 0); err != nil {
		return a, err
	}
	a.ID, err = d.parts.Store.KeepAnswer(ctx, a)
	return a, err
}

// asked is a question with what is known of it, personal data replaced.
type asked struct {
	question string
	earlier  string // the questions before it, the oldest first
	hits     []review.Hit
}

// whole is what is looked up: a question that leans on the one before is no
// question by itself.
func (q asked) whole() string {
	if q.earlier == "" || !leans(q.question) {
		return q.question
	}
	return q.earlier + " " + q.question
}

// leaning is how many telling words a question has at least that stands alone.
const leaning = 3

func leans(question string) bool {
	first, _, _ := strings.Cut(reading.Fold(question), " ")
	return slices.Contains([]string{"et", "mais", "sinon", "ou"}, first) || answer.Telling(question) < leaning
}

func (d *Desk) earlier(ctx context.Context, id int64) (string, error) {
	said := []string{}
	for n := 0; id != 0 && n < followsMost; n++ {
		a, err := d.parts.Store.Answer(ctx, id)
		if err != nil {
			return "", err
		}
		hidden, _ := privacy.Pseudonymise(a.Question)
		said, id = append([]string{hidden}, said...), a.Follows
	}
	return strings.Join(said, " "), nil
}

// passages finds those that bear on the words, the likeliest sheet first.
func (d *Desk) passages(ctx context.Context, words string) ([]review.Hit, error) {
	hits, err := d.parts.Sheets.Passages(ctx, words, answeringFrom, answeringParts)
	if err != nil {
		return nil, err
	}
	hits = slices.DeleteFunc(hits, func(h review.Hit) bool { return !h.Bears })
	ordered := []review.Hit{}
	for _, of := range d.byMeaning(ctx, words, first(hits, 1)) {
		for _, h := range hits {
			if h.Sheet == of.Sheet && h.Kind == of.Kind {
				ordered = append(ordered, h)
			}
		}
	}
	return ordered, nil
}

// first gives the first so many passages of each sheet.
func first(hits []review.Hit, each int) []review.Hit {
	all, taken := []review.Hit{}, map[[2]string]int{}
	for _, h := range hits {
		if of := [2]string{h.Kind, h.Sheet}; taken[of] < each {
			taken[of]++
			all = append(all, h)
		}
	}
	return all
}

// word finds the statements. A model that fails is told to the log: the
// passages answer in its place.
func (d *Desk) word(ctx context.Context, a *review.Answer, q asked, o AskOptions) error {
	if len(q.hits) == 0 {
		return nil
	}
	s, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	if o.Writer == "" {
		o.Writer = s.Writer
	}
	if o.Writer == review.WriterOllama {
		err := d.worded(ctx, a, q, s, o)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			slog.Warn("a model could not word an answer", "cause", err)
		}
	}
	if len(a.Sentences) == 0 {
		a.Writer, a.Model = "", ""
		a.Sentences = answer.Extract(q.whole(), q.hits)
	}
	return nil
}

// worded has a model word the answer, and keeps what the passages support.
func (d *Desk) worded(ctx context.Context, a *review.Answer, q asked, s Settings, o AskOptions) error {
	if o.Model != "" {
		s.OllamaModel = o.Model
	}
	s.Form = false
	w, err := d.parts.Writer(review.WriterOllama, s)
	if err != nil {
		return err
	}
	b, err := d.parts.Budget(ctx, s, s.OllamaModel)
	if err != nil {
		return err
	}
	p, shown, err := prompt.LayQuestion(prompt.Question{Text: q.question, Earlier: q.earlier, Hits: first(q.hits, wordingParts), Room: b.Room, Count: b.Count})
	if err != nil {
		return err
	}
	done, err := d.work.interrupt(ctx)
	if err != nil {
		return err
	}
	defer done()
	written, err := w.Write(ctx, review.Assignment{Prompt: p, Model: s.OllamaModel}, func(body string) { supportedSoFar(body, shown, o.Progress) })
	if err != nil {
		return err
	}
	a.Sentences, a.Removed = answer.Supported(prompt.Clean(written.Body), shown)
	a.Writer, a.Model = review.WriterOllama, written.Model
	return nil
}

// supportedSoFar shows the sentences that are whole and supported.
func supportedSoFar(body string, hits []review.Hit, show func([]review.Statement)) {
	if show == nil {
		return
	}
	kept, _ := answer.Supported(prompt.CleanPartial(body), hits)
	show(kept)
}

// abstain says why where there is no statement, and notes the missing sheet.
func (d *Desk) abstain(ctx context.Context, a *review.Answer, hidden string, near bool) error {
	if len(a.Sentences) > 0 {
		return nil
	}
	a.Abstained = true
	packs, err := d.parts.Sheets.Packs(ctx)
	switch {
	case err != nil:
		return err
	case len(packs) == 0:
		a.Reason = reasonNoPack
		return nil
	case near:
		a.Reason = reasonNoLine
	default:
		a.Reason = reasonNoSheet
	}
	return d.parts.Store.Miss(ctx, hidden, 0, d.now())
}

// Answers reads the history of questions, the newest first, those before the
// id given; 0 begins at the newest. At most 100 at once.
func (d *Desk) Answers(ctx context.Context, before int64, limit int) ([]review.Answer, error) {
	return d.parts.Store.Answers(ctx, before, min(max(limit, 1), 100))
}

// ForgetAnswers empties the history of questions.
func (d *Desk) ForgetAnswers(ctx context.Context) error { return d.parts.Store.ForgetAnswers(ctx) }

// Missing reads the questions that no sheet covers, the most asked first, at
// most 500.
func (d *Desk) Missing(ctx context.Context, limit int) ([]review.Missing, error) {
	return d.parts.Store.Missing(ctx, min(max(limit, 1), 500))
}

// CloseMissing takes a question off the list of missing sheets, or puts it
// back there.
func (d *Desk) CloseMissing(ctx context.Context, id int64, closed bool) error {
	return d.parts.Store.CloseMissing(ctx, id, closed)
}
