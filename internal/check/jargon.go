package check

import "ecritoire/internal/review"

var jargonText = review.Text{
	FR: "Formule administrative\u00a0: dites-le avec des mots de tous les jours.",
	EN: "Officialese: say it in everyday words."}

// jargons are heavy formulas; hollow ones say nothing that helps. The lists
// follow the State's own advice on plain language (guides of the DITP).
var (
	jargons = append(phrases(jargonText,
		`(j'ai|nous avons) l'honneur d[e'][^.!?\n]*`, `(j'accuse|nous accusons) (bonne )?reception[^.!?\n]*`, `il (m'|nous )appartient[^.!?\n]*`, `il vous appartient[^.!?\n]*`,
		`par la presente`, `je vous saurais gre`, `nous vous saurions gre`, `en l'espece`, `conformement aux dispositions[^.!?,\n]*`, `en application des dispositions[^.!?,\n]*`,
		`il (est|convient) (rappele|de rappeler) que`, `dans le cadre du traitement de votre[^.!?,\n]*`, `(sus|ci-dessus )(mentionne|vise|cite|dit)(e|s|es)?`, `ci-apres denomme`, `diligenter?`, `nos services competents en la matiere`),
		swaps("nonobstant", "malgré", "ledit", "le", "ladite", "la", "adjoindre", "ajouter", "proroger", "prolonger", "stipule", "dit")...)
	hollow = phrases(review.Text{
		FR: "Cette formule n’apprend rien à l’usager\u00a0: dites quoi, qui ou quand, ou retirez-la.",
		EN: "This phrase tells the user nothing: say what, who or when, or take it out."},
		`dans les (plus brefs|meilleurs) delais`, `(avons|ai) (bien )?pris (bonne )?note de (votre|vos) (message|avis|mecontentement|remarques?|commentaires?)`, `toute notre attention`, `un traitement attentif`)
)

// swaps pairs a heavy word with its everyday one.
func swaps(pairs ...string) []phrase {
	all := []phrase{}
	for i := 0; i+1 < len(pairs); i += 2 {
		p := phrases(jargonText, pairs[i])
		p[0].repair = &pairs[i+1]
		all = append(all, p...)
	}
	return all
}

// jargon tells of heavy and hollow formulas, save those of the service's own
// frame.
func jargon(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, f := range append(find(s.lower, jargons, review.Warn), find(s.lower, hollow, review.Info)...) {
		if !s.inFrame(f.Span) {
			found = append(found, f)
		}
	}
	return found
}
