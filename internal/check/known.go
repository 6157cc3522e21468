package check

import (
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// grounds is what a reply may state: the words of the review, of the service
// and of its sheets. It is read on first use: most replies state nothing.
type grounds struct {
	own    []reading.Fact // of the service and its sheets
	all    []reading.Fact // and of the review
	plain  *string        // ownText, flat and in lower case
	words  map[string]bool
	joined string // every word, flat, in lower case, without spaces
	text   string // the same with one space between words and around
}

// ownText is what does not come from the user.
func (s *subject) ownText() string {
	sv := s.Service
	text := append([]string{sv.Name, sv.Phone, sv.Email, sv.URL, sv.Address, sv.Rules}, frameParts(sv)...)
	return strings.Join(append(text, s.Sources...), "\n")
}

// ownPlain is the same, flat and in lower case.
func (s *subject) ownPlain() string {
	if s.grounds.plain == nil {
		own := plain(s.ownText())
		s.grounds.plain = &own
	}
	return *s.grounds.plain
}

// knownFacts are those of the service and its sheets, then those of the
// review.
func (s *subject) knownFacts() []reading.Fact {
	if s.grounds.all == nil {
		s.grounds.all = append(s.ownFacts(), s.askedFacts()...)
	}
	return s.grounds.all
}

// askedFacts are those of the review.
func (s *subject) askedFacts() []reading.Fact { return reading.Facts(s.Title + "\n" + s.Review) }

// ownFacts are the facts that do not come from the user.
func (s *subject) ownFacts() []reading.Fact {
	if s.grounds.own != nil {
		return s.grounds.own
	}
	own := reading.Facts(s.ownText())
	if s.Service.DelayDays > 0 {
		own = append(own, delayOf(s.Service.DelayDays)...)
	}
	s.grounds.own = own
	return own
}

// knowsName reports whether every word of a name stands somewhere in what the
// reply may state, or the name under another of its forms.
func (s *subject) knowsName(name string) bool {
	s.readWords()
	for w := range strings.FieldsFuncSeq(name, notWord) {
		if !s.knowsWord(w) && !generic[w] {
			return s.knowsOtherwise(name)
		}
	}
	return true
}

func (s *subject) knowsWord(w string) bool {
	known := s.grounds.words
	if stem, ok := strings.CutSuffix(w, "al"); ok && known[stem+"aux"] {
		return true
	}
	if w == "saint" && known["st"] || w == "sainte" && known["ste"] {
		return true
	}
	return known[w] || known[w+"s"] || known[w+"x"] || strings.HasSuffix(w, "s") && known[w[:len(w)-1]]
}

// generic words make no institution by themselves, and need no ground.
var generic = wordSet("de du des d la le les l en sur sous aux au et a lez service services guichet point maison centre bureau agence direction antenne pole cellule cedex")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

func notWord(r rune) bool { return r > 0x7f || r != 0x1e && !isLetter(byte(r)) }

func (s *subject) readWords() {
	if s.grounds.words != nil {
		return
	}
	words := strings.FieldsFunc(s.asked+"\n"+plain(s.ownText()), notWord)
	s.grounds.words = map[string]bool{}
	for _, w := range words {
		s.grounds.words[w] = true
	}
	s.grounds.joined = strings.Join(words, "")
	s.grounds.text = " " + strings.Join(words, " ") + " "
}

// The names under which the same body goes, flat and in lower case.
var sameBodies = [][]string{
	{"caf", "caisse d allocations familiales", "caisses d allocations familiales", "allocations familiales"},
	{"cpam", "caisse primaire d assurance maladie", "caisse d assurance maladie", "camieg", "assurance maladie", "ameli", "securite sociale", "secu", "cnam"},
	{"ants", "agence nationale des titres securises", "france titres"},
	{"pole emploi", "france travail", "anpe", "agence pole emploi", "agence france travail"},
	{"antai", "agence nationale de traitement automatise des infractions"},
	{"dgfip", "finances publiques", "centre des impots", "service des impots", "impots", "centre des finances publiques"},
	{"mdph", "maison departementale des personnes handicapees"},
	{"carsat", "cnav", "cipav", "cnracl", "agirc", "arrco", "caisse d assurance retraite", "assurance retraite", "caisse de retraite", "caisse de retraite complementaire", "caisse nationale de retraites"}, {"msa", "mutualite sociale agricole"},
	{"urssaf", "urssaf caisse nationale"}, {"ofii", "office francais de l immigration et de l integration"}, {"cpf", "compte formation", "mon compte formation"},
	{"mairie", "hotel de ville", "commune", "communes"}, {"compte asso", "compte association"}, {"hopital", "centre hospitalier", "etablissement hospitalier", "hospitalier"},
	{"inspection du travail", "direccte", "dreets"}, {"anah", "agence nationale de l habitat"}, {"ccas", "centre communal d action sociale"},
	{"crous", "centre regional des oeuvres universitaires et scolaires"}, {"dila", "direction de l information legale et administrative"},
}

// knowsOtherwise looks for the name written without its spaces, and for the
// other names of the same body.
func (s *subject) knowsOtherwise(name string) bool {
	words := strings.FieldsFunc(name, notWord)
	if s.knowsBody(strings.Join(words, " ")) {
		return true
	}
	for len(words) > 1 && generic[words[0]] {
		words = words[1:]
	}
	if joined := strings.Join(words, ""); len(joined) > 7 && strings.Contains(s.grounds.joined, joined) {
		return true
	}
	return s.knowsBody(strings.Join(words, " "))
}

// knowsBody reports whether the same body stands there under another name.
func (s *subject) knowsBody(name string) bool {
	for _, group := range sameBodies {
		for _, form := range group {
			if form == name && s.holdsAny(group) {
				return true
			}
		}
	}
	return false
}

func (s *subject) holdsAny(forms []string) bool {
	for _, f := range forms {
		if strings.Contains(s.grounds.text, " "+f+" ") {
			return true
		}
	}
	return false
}

// isPersonal reports whether the caller found personal data there: the rule
// for it says more.
func (s *subject) isPersonal(span review.Span) bool {
	for _, p := range s.Personal {
		if p.Start < span.End && span.Start < p.End {
			return true
		}
	}
	return false
}
