// Package eval compares writers on the same reviews: figures for each, and
// their drafts side by side. This is how a service chooses its model. It is
// pure: drafts in, a report out.
package eval

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// Draft is what one contender wrote for one review.
type Draft struct {
	Contender string           `json:"contender"` // "trame", or the model's name
	Hash      string           `json:"model_hash,omitempty"`
	Prompt    string           `json:"prompt_version,omitempty"`
	Body      string           `json:"body"`
	Tries     int              `json:"tries"`            // 2 where a check blocked the first
	Failed    string           `json:"failed,omitempty"` // the error's code; nothing else then counts
	Why       review.Text      `json:"-"`                // the error in words
	Findings  []review.Finding `json:"findings"`
	Seconds   float64          `json:"seconds"` // all tries together
	Speed     review.Speed     `json:"-"`
}

// Case is one review with the drafts of all contenders, in their order. Final
// is the reply that the service had given it, "" where it had none.
type Case struct {
	Title  string  `json:"title"`
	Said   string  `json:"said"`
	Final  string  `json:"final,omitempty"`
	Urgent bool    `json:"urgent,omitempty"` // it speaks of danger: a person answers it first
	Drafts []Draft `json:"drafts"`
}

// Summary is how a contender did. Shares run from 0 to 1 over the drafts that
// did not fail; a pointer is nil where nothing was measured.
type Summary struct {
	Contender       string         `json:"contender"`
	Hash            string         `json:"model_hash,omitempty"`
	Prompt          string         `json:"prompt_version,omitempty"` // of its drafts
	Drafts          int            `json:"drafts"`
	Failed          int            `json:"failed"`
	Passed          float64        `json:"passed"`        // share without a blocking finding
	Clean           float64        `json:"clean"`         // share in which a check finds nothing to mend, to look at or forgotten
	Rewritten       float64        `json:"rewritten"`     // share that took a second try
	Grounded        float64        `json:"grounded"`      // share that states nothing unknown
	Answered        float64        `json:"answered"`      // share that leaves no complaint without a word
	Findings        map[string]int `json:"findings"`      // by rule
	Sentences       float64        `json:"sentences"`     // mean of a body
	Characters      float64        `json:"characters"`    // mean of a body
	Distance        *float64       `json:"distance"`      // mean to the service's own reply, 0 to 1
	Compared        int            `json:"compared"`      // drafts that Distance stands on
	Seconds         float64        `json:"seconds"`       // median for one draft
	FirstToken      *float64       `json:"first_token_s"` // median
	TokensPerSecond *float64       `json:"tokens_per_s"`  // median
}

// Report is the comparison. Found is how many reviews with a text the folder
// holds, of which Cases are a part; Aside how many rows have none, or cannot be
// read. Unread are the names of files that no format took.
// Its JSON is described in docs/decisions/0014-prompt.md; names are added to
// it, never changed.
type Report struct {
	At        time.Time `json:"at"`
	Version   string    `json:"version"`
	Summaries []Summary `json:"summaries"`
	Cases     []Case    `json:"cases"`
	Found     int       `json:"found"`
	Aside     int       `json:"aside"`
	Unread    []string  `json:"unread"`
}

// Of makes the report of these cases.
func Of(cases []Case) Report {
	r := Report{Summaries: []Summary{}, Cases: cases, Unread: []string{}}
	for _, name := range contenders(cases) {
		r.Summaries = append(r.Summaries, summary(name, cases))
	}
	return r
}

func contenders(cases []Case) []string {
	names := []string{}
	for _, c := range cases {
		for _, d := range c.Drafts {
			if !slices.Contains(names, d.Contender) {
				names = append(names, d.Contender)
			}
		}
	}
	return names
}

// grounding are the rules that know a fact which nothing supports.
var grounding = []string{"unknown_contact", "unknown_fact", "unknown_name", "unknown_number"}

// measures gathers what is averaged over the drafts of a contender.
type measures struct {
	passed, clean, rewritten, grounded, answered, sentences, characters, distance, seconds, first, rate []float64
}

func summary(name string, cases []Case) Summary {
	s := Summary{Contender: name, Findings: map[string]int{}}
	var m measures
	for _, c := range cases {
		for _, d := range c.Drafts {
			if d.Contender != name {
				continue
			}
			if s.Drafts++; d.Failed != "" {
				s.Failed++
				continue
			}
			s.Hash, s.Prompt = d.Hash, d.Prompt
			m.add(c, d)
			for _, f := range d.Findings {
				s.Findings[f.Rule]++
			}
		}
	}
	m.into(&s)
	return s
}

func (m *measures) add(c Case, d Draft) {
	has := func(rules ...string) bool {
		return slices.ContainsFunc(d.Findings, func(f review.Finding) bool { return slices.Contains(rules, f.Rule) })
	}
	m.passed = append(m.passed, one(!review.Blocks(d.Findings)))
	m.clean = append(m.clean, one(!slices.ContainsFunc(d.Findings, func(f review.Finding) bool { return f.Severity != review.Info || f.Rule == "unanswered" })))
	m.rewritten = append(m.rewritten, one(d.Tries > 1))
	m.grounded = append(m.grounded, one(!has(grounding...)))
	m.answered = append(m.answered, one(!has("unanswered")))
	m.sentences = append(m.sentences, float64(len(reading.Sentences(d.Body))))
	m.characters = append(m.characters, float64(utf8.RuneCountInString(d.Body)))
	m.seconds = append(m.seconds, d.Seconds)
	if c.Final != "" {
		m.distance = append(m.distance, reading.Distance(d.Body, strings.TrimSpace(c.Final)))
	}
	if d.Speed.TokensPerSecond > 0 {
		m.first, m.rate = append(m.first, d.Speed.FirstToken.Seconds()), append(m.rate, d.Speed.TokensPerSecond)
	}
}

func (m *measures) into(s *Summary) {
	s.Clean = mean(m.clean)
	s.Passed, s.Rewritten, s.Grounded, s.Answered = mean(m.passed), mean(m.rewritten), mean(m.grounded), mean(m.answered)
	s.Sentences, s.Characters, s.Seconds = mean(m.sentences), mean(m.characters), median(m.seconds)
	if s.Compared = len(m.distance); s.Compared > 0 {
		d := mean(m.distance)
		s.Distance = &d
	}
	if len(m.rate) > 0 {
		first, rate := median(m.first), median(m.rate)
		s.FirstToken, s.TokensPerSecond = &first, &rate
	}
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

func mean(all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range all {
		sum += v
	}
	return sum / float64(len(all))
}

func median(all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(all))
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}
