package prompt

import (
	_ "embed"
	"strings"

	"ecritoire/internal/review"
)

//go:embed templates/ask-system.fr.tmpl
var askSystemText string

//go:embed templates/ask-user.fr.tmpl
var askUserText string

var (
	askSystem = parsed("ask-system", askSystemText)
	askUser   = parsed("ask-user", askUserText)
)

// Question is what a model is asked on behalf of an agent.
type Question struct {
	Text    string
	Earlier string       // the question that this one goes on from, "" for none
	Hits    []review.Hit // the best first: those that do not fit stay out
	Room    int          // tokens for the whole prompt; 0 for no bound but those in characters
	Count   func(string) int
}

// maxAsked bounds the passages of a question, in code points together: an agent
// waits for the answer, and an old machine reads about 20 tokens a second.
const maxAsked = 2400

// maxQuestion bounds a question, in code points; the caller refuses longer ones.
const maxQuestion = 1000

// NoSheet is what a model is told to write where no sheet answers.
const NoSheet = "AUCUNE FICHE"

type questionPage struct {
	Question, Earlier string
	Sheets            []questionSheet
}

type questionSheet struct{ Title, Case, Text string }

// LayQuestion lays out the prompt for a question, and gives the hits that it
// holds: an answer may stand on these alone.
func LayQuestion(q Question) (review.Prompt, []review.Hit, error) {
	if q.Count == nil {
		q.Count = estimate
	}
	system, err := render(askSystem, nil)
	if err != nil {
		return review.Prompt{}, nil, err
	}
	for hits := q.Hits; ; hits = hits[:len(hits)-1] {
		user, shown, err := questionUser(q, hits)
		if err != nil {
			return review.Prompt{}, nil, err
		}
		tokens := q.Count(system) + q.Count(user) + chatTokens
		if q.Room == 0 || tokens <= q.Room {
			return review.Prompt{Version: askVersion, System: system, User: user}, shown, nil
		}
		if len(hits) == 0 {
			return review.Prompt{}, nil, ErrNoRoom.Naming(tokens, q.Room)
		}
	}
}

// askVersion names the templates of questions.
var askVersion = versionOf(askSystemText, askUserText)

func questionUser(q Question, hits []review.Hit) (string, []review.Hit, error) {
	p := questionPage{Question: shortened(q.Text), Earlier: shortened(q.Earlier)}
	room := maxAsked
	for i, h := range hits {
		text, _ := shorten(block(h.Text), MaxPassage)
		if room -= runes(text); room < 0 {
			hits = hits[:i]
			break
		}
		p.Sheets = append(p.Sheets, questionSheet{line(h.Title), line(strings.Join(h.Heading, " > ")), text})
	}
	user, err := render(askUser, p)
	return user, hits, err
}

func shortened(text string) string {
	short, _ := shorten(block(text), maxQuestion)
	return short
}
