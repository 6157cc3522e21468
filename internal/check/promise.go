package check

import "ecritoire/internal/review"

const soon = ` (demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|sous|dans (les|la|le|un|une|\d|deux|trois|quelques)|d'ici|avant|tres prochainement|prochainement|rapidement|au plus vite|dans les)`

// promises bind the service, or a colleague, to something that a public reply
// cannot keep.
var promises = phrases(review.Text{
	FR: "Cette phrase engage le service\u00a0: dites plutôt à qui s’adresser, ou ce qui est déjà décidé.",
	EN: "This sentence binds the service: say rather whom to ask, or what is already decided."},
	`nous nous engageons( |,)[^.!?\n]*`, `nous vous (garantissons|promettons)[^.!?\n]*`, `nous (garantissons|promettons)[^.!?\n]*`,
	`je (m'engage|vous promets|vous garantis)[^.!?\n]*`,
	`(nous allons|on va) vous (rappeler|recontacter|contacter|rembourser|indemniser|dedommager)[^.!?\n]*`,
	`(nous|on) vous (indemniserons|indemnisera|dedommagerons|dedommagera)[^.!?\n]*`,
	`je vous (rappellerai|recontacterai|contacterai|rembourserai)[^.!?\n]*`,
	`(nous|on) vous (rappellerons|rappellera|recontacterons|recontactera|contacterons|contactera|rembourserons|remboursera|repondrons`+soon+`)[^.!?\n]*`,
	`(vous (rappellera|recontactera|contactera|remboursera|appellera|telephonera)|va vous (rappeler|recontacter|contacter|rembourser|telephoner)|vont vous (rappeler|recontacter|contacter|rembourser)|vous (rappelleront|recontacteront|contacteront|rembourseront))[^.!?\n]*`,
	`vous (serez|allez etre|etes assuree?s? d'etre) (tres |bien |donc |rapidement |prochainement )*(rembourse|rappele|recontacte|contacte|indemnise|dedommage)(e|s|es)?\b[^.!?\n]*`,
	`(sera|seront|va etre|vont etre) (donc |bien )?(traite|regle|resolu|repare|corrige|remplace|envoye|expedie|delivre|livre|rembourse|verse|valide|retabli|remis en service|fait|effectue)(e|s|es)?`+soon+`[^.!?\n]*`,
	`vous (recevrez|aurez|obtiendrez)( [a-z']+){0,6}`+soon+`[^.!?\n]*`,
	`(cela|ceci|ca|cet incident|cette situation|cette erreur) ne se (reproduira|produira) (plus|pas)[^.!?\n]*`,
	`(des sanctions|une sanction) (seront|sera) (prises?|prononcees?)[^.!?\n]*`,
	`(votre (demande|dossier|recours|aide|allocation)) sera (accepte|approuve|valide|accorde|prioritaire|traitee? en priorite)e?[^.!?\n]*`,
	`we (will (call|refund|contact|compensate)|guarantee|promise|commit)[^.!?\n]*`, `you will be (refunded|called back|compensated|contacted)[^.!?\n]*`)

// promise warns of what the service would have to keep.
func promise(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, f := range find(s.lower, promises, review.Warn) {
		if !s.inFrame(f.Span) {
			found = append(found, f)
		}
	}
	return found
}
