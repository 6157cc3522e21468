package check

import (
	"regexp"
	"strings"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var (
	borrowedName = review.Text{
		FR: "La réponse recommande un nom qui vient de l’avis seul\u00a0: ne le gardez que si votre service en répond.",
		EN: "The reply recommends a name that comes from the review alone: keep it only if your service answers for it."}
	borrowedMark = review.Text{
		FR: "Ce mot-dièse, ce compte ou ce code vient de l’avis\u00a0: retirez-le.",
		EN: "This hashtag, account or code comes from the review: take it out."}
)

// recommending are the words by which a sentence sends people to somebody or
// speaks well of them.
var recommending = regexp.MustCompile(`recommand|conseill|sugger|faire appel|adress|contact|consult|decouvr|invit|suivre|suivez|pensez|penser a|disposition|partenaire|confiance|excellent|formidable|remarquable|merveill|superbe|attendons|gagne|toujours|obtien|pas cher|meilleur|idea(l|ux)|efficace|felicit|salu|a connaitre|connue?\b|promotion|passer par|passez par|se rendre|rendez-vous (a|au|chez|sur)|vous pouvez (voir|aller|lire|appeler)|n'hesitez|regle tout|sans attente|venez|merite|votez|offre|candidat|chez `)

// marks of networks and shops.
var networkMark = regexp.MustCompile(`[#@][a-z0-9_]{3,}|\bcodes? (?:promo|promotionnel|de parrainage|reduction|avantage)s?(?: [a-z0-9]{3,})?`)

// borrowedNames warns of shops, products and people whom only the review names
// and whom the reply recommends, and of what networks and shops are known by.
func borrowedNames(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, at := range networkMark.FindAllStringIndex(s.lower, -1) {
		if span := (review.Span{Start: at[0], End: at[1]}); !s.inFact(span) && !s.inFrame(span) && !strings.Contains(s.ownPlain(), s.lower[at[0]:at[1]]) {
			found = append(found, review.Finding{Severity: review.Warn, Span: span, Message: borrowedMark})
		}
	}
	for _, name := range s.strangers() {
		for _, span := range occurrences(s.lower, name) {
			if recommending.MatchString(s.clause(span)) && !overlaps(found, span) && !s.inGreeting(span) && !s.inFrame(span) && !s.isPersonal(span) {
				found = append(found, review.Finding{Severity: review.Warn, Span: span, Message: borrowedName})
			}
		}
	}
	return found
}

// strangers are the names of the review that neither the service nor a sheet
// nor a public body goes by, flat and in lower case.
func (s *subject) strangers() []string {
	all, own := []string{}, s.ownPlain()
	for _, text := range []string{s.Title, s.Review} {
		for _, n := range reading.Names(text) {
			if n.Kind == reading.FactName && !strings.Contains(own, n.Norm) && !public(n.Norm) {
				all = append(all, n.Norm)
			}
		}
	}
	return all
}

// public tells the names that hold a word of a public body or of its sites.
func public(name string) bool {
	for w := range strings.FieldsFuncSeq(name, notWord) {
		if publicWords[w] {
			return true
		}
	}
	for _, group := range sameBodies {
		for _, form := range group {
			if form == name {
				return true
			}
		}
	}
	return len(name) < 3
}

var publicWords = wordSet("france services service etat republique ministere prefecture sous-prefecture mairie commune departement region metropole ville tresor impots caf cpam msa ameli ants antai urssaf carsat cnav mdph ofii anah crous ccas edf cesu pajemploi cpf franceconnect franceconnect+ mon moncompteformation parcoursup percev@l perceval retraite assurance securite sociale maladie familiales emploi travail agence caisse direction office conseil tribunal gendarmerie police poste banque hopital chu samu ecole college lycee universite rectorat academie cnil defenseur droits mediateur ministre prefet maire euro europe marianne vitale crit'air journal officiel pass navigo sncf ratp")

// clause is the sentence around a stretch, flat and in lower case.
func (s *subject) clause(span review.Span) string {
	start := strings.LastIndexAny(s.lower[:span.Start], ".!?\n") + 1
	end := strings.IndexAny(s.lower[span.End:], ".!?\n")
	if end < 0 {
		end = len(s.lower) - span.End
	}
	return s.lower[start : span.End+end]
}
