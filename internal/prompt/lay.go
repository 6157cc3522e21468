// Package prompt lays out what a model is asked: embedded templates in, a
// prompt within a budget out, and what comes back made clean. It is pure.
package prompt

import (
	"unicode/utf8"

	"ecritoire/internal/review"
)

// Request is all that a prompt is made from. The caller has replaced personal
// data in every part that somebody else wrote.
type Request struct {
	Templates Templates
	Review    review.Review
	Service   review.Service
	Wish      review.Wish
	Passages  []review.Passage // of sheets, the best first
	Examples  []review.Example // like replies, the best first
	Points    []string         // what is to be answered, in the review's own words
	Form      bool             // the answer is asked for as an object of sentences
	Again     []string         // what a check found wrong with the last try, a French sentence each
	Room      int              // tokens for the whole prompt; 0 for no bound but those in characters
	Count     func(string) int // tokens of a text; nil for an estimate
}

// Laid is a prompt with what it cost and what it lacks.
type Laid struct {
	review.Prompt
	Omitted Omitted
	Tokens  int // of the whole, by Request.Count, what a chat adds included
	Stable  int // of these, the tokens that are the same for every review
}

// ErrRulesTooLong: the service's own rules leave no room for reviews. They are
// the service's word, so they are never shortened for it.
var ErrRulesTooLong = &review.Error{Code: "rules_too_long", Kind: review.Misused,
	Message: review.Text{FR: "Les consignes de la maison, ou les exemples de bonnes réponses, dépassent %d caractères.", EN: "The house rules, or the examples of good replies, exceed %d characters."},
	Hint:    review.Text{FR: "Raccourcissez-les dans les réglages.", EN: "Shorten them in the settings."}, Lasting: true}

// ErrNoRoom: what may not be cut (templates, rules, contact details, points)
// fills the room by itself.
var ErrNoRoom = &review.Error{Code: "prompt_no_room", Kind: review.Misused,
	Message: review.Text{FR: "Les consignes du service prennent toute la place du modèle\u00A0: il faut %d jetons, il y en a %d.", EN: "The service’s instructions fill the model’s room: they need %d tokens of %d."},
	Hint: review.Text{FR: "Raccourcissez dans les réglages les consignes ou les exemples de bonnes réponses.",
		EN: "Shorten the rules or the examples of good replies in the settings."}, Lasting: true}

// Lay lays out the prompt for one review. System depends on the service and
// its templates alone, byte for byte, so that a model need not read it again
// for the next review. Where there is not room for all, examples go first,
// from the last, then passages, then the middle of the review; Omitted says
// what, and the prompt itself says that the review was cut.
func Lay(q Request) (Laid, error) {
	if runes(q.Service.Rules) > MaxRules || runes(q.Service.Tutoring) > MaxRules {
		return Laid{}, ErrRulesTooLong.Naming(MaxRules)
	}
	q.Templates = q.Templates.orBundled()
	if q.Count == nil {
		q.Count = estimate
	}
	system, err := render(q.Templates.systemParsed, q.Service)
	if err != nil {
		return Laid{}, err
	}
	f := fitting{request: q, page: pageOf(q), text: block(q.Review.Text), stable: q.Count(system) + chatTokens}
	if err := f.fit(); err != nil {
		return Laid{}, err
	}
	return Laid{review.Prompt{Version: q.Templates.Version(), System: system, User: f.user}, f.omitted, f.tokens, f.stable}, nil
}

// estimate is for a model whose vocabulary is not at hand: French runs to
// about 3.3 code points a token, rounded up.
func estimate(text string) int { return (runes(text)*10 + 32) / 33 }

func runes(s string) int { return utf8.RuneCountInString(s) }
