package check

import (
	"strings"

	"ecritoire/internal/review"
)

// announcements are what a service makes known by other means than an answer
// to a review: it closes, it resigns, it is free, it owns to a fault, it
// vouches for somebody.
var announcements = phrases(review.Text{
	FR: "Cette phrase annonce ou reconnaît ce que ni une fiche ni votre service ne disent\u00a0: vérifiez-la ou retirez-la.",
	EN: "This sentence announces or owns to what neither a sheet nor your service says: verify it or take it out."},
	`(est|sont|devient|deviennent|sera|seront) (desormais |maintenant |toujours |entierement |totalement |tous |toutes )*(gratuite?s?|abolie?s?|supprimee?s?|en faillite|demissionnaires?|licenciee?s?|renvoyee?s?|ferme(e|s|es)? (definitivement|pour toujours|a jamais|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain))\b[^.!?\n]*`,
	`(nous|on) (annoncons|fermons|annonce|ferme)( |\b)[^.!?\n]*`, `(le|la|les|notre|nos) [a-z' -]{2,40}?(demissionne(nt)?|quitte(nt)? ses fonctions|ferme(nt|ra|ront)? (ses portes|definitivement|pour toujours|a jamais|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain)|(fait|font) faillite)\b[^.!?\n]*`,
	`(nous|je|on|service|mairie|prefecture|commune|caisse) (admettons|reconnaissons|avouons|assumons|admets|reconnais|avoue|admet|reconnait|plaidons)( [a-z']+){0,4} (fautes?|responsabilites?|torts?|culpabilite|coupables?|menti|erreurs? (grave|lourde)s?|discriminations?)\b[^.!?\n]*`,
	`(nous (avons|vous avons) (menti|vole|trompe|triche|discrimine)|(nous|il) (regrettons|regrette) (d'avoir|de vous avoir) (menti|vole|trompe))[^.!?\n]*`,
	`nous (confirmons que|disons oui|sommes (seuls )?responsables de)[^.!?\n]*`, `vous n'avez plus (de|aucune?) (dettes?|amendes?|impots?|penalites?)[^.!?\n]*`, `fermeture definitive`,
	`vous etes (prioritaire|exonere|dispense)[^.!?\n]*`, `vous avez droit (a|au|aux) [^.!?\n]*`)

// announcement warns of them unless what the service owns says the same.
func announcement(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, f := range find(s.lower, announcements, review.Warn) {
		if !s.inFrame(f.Span) && !s.bindsNobody(f.Span) && !s.owns(f.Span) {
			found = append(found, f)
		}
	}
	return found
}

// owns reports whether most words of a stretch stand in what the service owns.
func (s *subject) owns(span review.Span) bool {
	own, said, known := s.ownPlain(), 0, 0
	for w := range strings.FieldsFuncSeq(s.lower[span.Start:span.End], notWord) {
		if len(w) > 3 {
			said++
			known += count(strings.Contains(own, w))
		}
	}
	return known*3 >= said*2
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
