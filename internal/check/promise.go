package check

import (
	"strings"

	"ecritoire/internal/review"
)

// Parts of the patterns below, flat and in lower case.
const (
	rest = `[^.!?\n]*`
	soon = ` (demain|apres-demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|sous|dans (les|la|le|l'|un|une|\d|deux|trois|quelques)|d'ici|avant|tres prochainement|prochainement|rapidement|immediatement|au plus vite|au plus tot|des (demain|ce|cette|la|le|lundi|que possible)|cette semaine|ce mois|la semaine|le mois|en (\d+|deux|trois|quelques) |le \d|tres vite|bientot|a la fin|en fin|fin (du|de) )`
	// pronouns that stand between the subject and the verb.
	pron = `(ne |vous |le |la |les |lui |leur |y |en |l'|nous )*`
	// what binds once it is said in the future: without its ending.
	acts = `(rappelle|recontacte|contacte|rembourse|indemnise|dedommage|regle|resoud|corrige|repare|traite|enver|adresse|verifie|reviend|mett|ameliore|renforce|supprime|recrute|remplace|debloque|repond|donne|accelere|valide|accorde|annule|relance|interviend|sanctionne|prend|tiend|ouvri|fe|verse|delivre|regularise|livre|expedie|exonere|garanti|compense|offri|prolonge|retabli|reduit?i?|embauche|installe|rend|attribue|credite|rectifie|leve|rattrape|reexamine|restitue|procede|efface|rapproche de)`
	infs = `(rembourser|indemniser|dedommager|regler|resoudre|corriger|reparer|traiter|envoyer|adresser|revenir vers|ameliorer|renforcer|supprimer|recruter|remplacer|debloquer|accelerer|valider|accorder|annuler|intervenir|sanctionner|verser|delivrer|regulariser|livrer|expedier|exonerer|compenser|offrir|prolonger|retablir|reduire|embaucher|installer|ouvrir|attribuer|rectifier|crediter|restituer|rattraper|reexaminer|rendre|lever|effacer|(nous en |m'en |s'en )?(occuper|charger)|mettre (en place|fin)|faire le necessaire|prendre (contact|les mesures|des mesures)|tenir informe|donner suite)`
	done = `(traite|regle|resolu|repare|corrige|remplace|envoye|expedie|delivre|livre|rembourse|verse|valide|retabli|remis en service|fait|effectue|examine|etudie|debloque|regularise|annule|ameliore|renforce|adresse|transmis|pret|disponible|installe|ouvert|modifie|mis a jour|mis en place|finalise|cloture|publie)(e|s|es)?`
	// what a case ends with: said in the passive it binds without a term.
	ended  = `(corrige|rectifie|resolu|regle|repare|supprime|sanctionne|restitue|rembourse|annule|debloque|regularise|retabli|indemnise|dedommage|leve|efface|recredite|credite|rattrape|compense|exonere)(e|s|es)*`
	result = `(confirme|efface|rembourse|indemnise|dedommage|accorde|accepte|approuve|debloque|regularise|annule|exonere|compense|supprime|sanctionne|rappele|recontacte|contacte|rappelle)(e|s|es)?`
	things = `(titre|passeport|carte|cni|permis|remboursement|virement|paiement|somme|argent|allocation|aide|prime|visa|acte|attestation|reponse|dossier|courrier|indemnisation|dedommagement|rappel|appel)`
)

// promises bind the service, or a colleague, to something that a public reply
// cannot keep.
var promises = phrases(review.Text{
	FR: "Cette phrase engage le service\u00a0: dites plutôt à qui s’adresser, ou ce qui est déjà décidé.",
	EN: "This sentence binds the service: say rather whom to ask, or what is already decided."},
	`nous (nous engageons|prenons l'engagement)( |,)`+rest, `(nous|je) (vous )?(le )?(garantissons|promettons|garantis|promets|donne ma parole)`+rest, `je m'(engage|en (occupe|charge))`+rest, `nous nous en (occupons|chargeons)`+rest,
	`(c'est promis|comptez sur (nous|moi)|vous avez (ma|notre) parole|sans faute|en faire (une|notre) priorite)`,
	`(nous|on|je) `+pron+acts+`(rons|ra|rai)\b`+rest,
	`(nous |on |je )?(allons|vais|va|vont) (donc |bien |aussi |rapidement |immediatement |personnellement |tout faire pour |faire en sorte d[e'] ?)?((vous|y|les|la|le|lui) )*`+infs+rest,
	`(nous |on |je )?(allons|vais|va|vont) (donc |bien |aussi |rapidement |personnellement )?vous (rappeler|recontacter|contacter|repondre|telephoner|adresser|appeler)`+rest,
	`(ferons|ferai|fera) (le necessaire|en sorte|tout pour)`+rest,
	`vous (rappellera|recontactera|contactera|remboursera|appellera|telephonera|rappelleront|recontacteront|contacteront|rembourseront)`+rest,
	`(un|une|notre|nos|le|la|les|votre|l'|m|mme|monsieur|madame|elle|il|ils) ?([a-z']+ ){0,5}(vous (r?appelle|recontacte|contacte|rembourse|telephone|indemnise|enver|adresse|verse)(ra|ront)|prend(ra|ront) contact|revien(dra|dront) vers vous|vous tien(dra|dront) informe)`+rest,
	`vous (serez|allez etre|etes assuree?s? d'etre) (tres |bien |donc |rapidement |prochainement |tous |toutes |personnellement |integralement |bientot )*(rembourse|rappele|recontacte|contacte|indemnise|dedommage|informe|convoque|prevenu|tenue? informe|recu|livre|regularise|exonere|prioritaire|paye|servi)(e|s|es)*\b`+rest,
	`(sera|seront|va etre|vont etre) (donc |bien |tous |toutes |entierement |definitivement |totalement )*`+done+`\b[^.!?\n]{0,40}?`+soon+rest,
	`(vous|votre [a-z]+|vos [a-z]+|votre [a-z]+ de [^.!?\n]{1,20}|la somme|le montant|l'amende|cette somme|ce montant|un remboursement|le remboursement|les frais|une indemnisation|une compensation|le litige|la penalite|les penalites) (vous )?(sera|seront|va etre|vont etre|est|sont) (bien |donc |automatiquement |integralement |entierement )*`+result+`\b`+rest,
	`(sera|seront|va etre|vont etre) (donc |bien |tous |toutes |entierement |definitivement |totalement |automatiquement |integralement |rapidement |prochainement )*`+ended+`\b`+rest,
	`vous (sera|seront|va etre|vont etre) (donc |bien |tous |toutes |entierement |automatiquement |integralement |rapidement |prochainement )*(adresse|envoye|delivre|apporte|verse|accorde|remis|livre|attribue|rendu|restitue|rembourse|credite)(e|s|es)*\b`+rest,
	`(nous|je|on) (vous |l')?(annulons|offrons|remboursons|supprimons|effacons|levons|dedommageons|indemnisons|versons|corrigeons|garantit|rembourse|offre|annule|indemnise|dedommage)\b`+rest,
	`(vous |nous |on )?(ne |n')(paierez|paieront|aurez|subirez|perdrez) (pas|plus|aucune?|rien)\b`+rest, `(beneficierez|beneficieront) (d'|de |du )`+rest, `(prendra|prendront|prendrons|prenons) en charge`+rest,
	`(disparaitra|disparaitront|cesseront|cessera)\b`+rest, `(sera|seront) (renvoye|reexpedie|refait|reimprime|reedite|recommande|pris en charge|prise en charge|pris en compte en priorite)(e|s|es)*\b`+rest,
	`(nous|je) (vous )?(acceptons|accordons|attribuons|donnons raison|donnons satisfaction|exonerons|accepte|accorde|donne raison)\b`+rest,
	`(nous|je) (veillerons|veillerai|faisons|fais|ferons|ferai) (personnellement |toutefois |bien )*(a ce|en sorte) que`+rest,
	`(pouvez compter sur (un|une|le|la|notre|nous|l')|soyez (assure|certain|sur)(e|s|es)* que [^.!?\n]*(ser(a|ont|ez)|aur(a|ont|ez)|recevrez) )`+rest,
	`vous (n'aurez|ne paierez|ne devrez|n'avez plus) rien( a)?`+rest, `il sera fait droit`+rest, `(toucherez|percevrez|recuperez|recupererez|obtiendrez) (vos|votre|la|le|l'|les|un|une)`+rest,
	`(votre|vos|cette|ce|le|la) [a-z-]+ (arrivera|arriveront|aboutira|aboutiront|s'ameliorera|va s'ameliorer|vont s'ameliorer)`+rest, `(un|une|notre|le|la) [a-z]+ ([a-z]+ )?(interviendra|passera chez|viendra chez|se deplacera)`+rest,
	`vous (recevrez|aurez|obtiendrez|percevrez|toucherez|pourrez recuperer)( [a-z'-]+){0,6}(`+soon+`| `+things+`s?\b)`+rest,
	`(cela|ceci|ca|cet incident|cette situation|cette erreur|ce probleme|le probleme|ce type [a-z' ]+|de telles? [a-z]+) ?(ne |n')(se (reproduira|produira|repetera)|arrivera|surviendra|sera) (plus|pas)`+rest, `plus jamais (cela|ca|ceci)?`+rest, `nous ferons en sorte`+rest,
	`(des sanctions|une sanction|des mesures|une enquete) (seront|sera) (prises?|prononcees?|menees?|ouvertes?|diligentees?)`+rest,
	`(votre|vos|cette|ce) [a-z]+ (sera|seront|est|sont) (bien )?(accepte|approuve|valide|accorde|prioritaire|traitee? en priorite|etudiee? en priorite|examinee? en priorite|favorablement)(e|s|es)*`+rest, `(aura|auront|recevra|recevront|donnerons|sera donne) une suite favorable`+rest, `(obtiendrez|aurez) gain de cause`+rest, `geste commercial`,
	`we( will|'ll| shall| are going to) (soon |quickly |personally |certainly )?(call|refund|contact|compensate|fix|repair|resolve|send|reimburse|get back|make sure|ensure|solve|process|open|hire)`+rest, `(we|i) (guarantee|promise|commit)`+rest, `you( will|'ll| shall) (soon )?(be (refunded|called back|called|compensated|contacted|reimbursed|informed)|receive|get|have your)`+rest, `(ne |n')(se (re)?(produira|produiront|passera)|arrivera|surviendra) (plus|pas)`+rest, `will (be (fixed|resolved|refunded|repaired|processed|sent|done)|not happen again|never happen again)`+rest)

// noPromises are the futures that bind nobody, and the beginnings that make a
// sentence a condition, a question or a wish.
var noPromises = []string{"nous ferons part", "nous tiendrons compte", "nous prendrons en compte", "nous prendrons connaissance", "nous donnerons a lire", "va vous repondre au mieux", "nous vous repondrons volontiers", "nous mettrons a profit", "nous ferons de notre mieux", "nous ferons notre possible", "nous ferons tout notre possible", "nous ne pourrons"}

// promise warns of what the service would have to keep.
func promise(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, f := range find(s.lower, promises, review.Warn) {
		if !s.inFrame(f.Span) && !s.bindsNobody(f.Span) {
			found = append(found, f)
		}
	}
	return found
}

func (s *subject) bindsNobody(span review.Span) bool {
	said := s.lower[span.Start:span.End]
	for _, no := range noPromises {
		if strings.HasPrefix(said, no) {
			return true
		}
	}
	end := strings.IndexAny(s.lower[span.End:], ".!?\n")
	if end >= 0 && s.lower[span.End+end] == '?' {
		return true
	}
	start := strings.LastIndexAny(s.lower[:span.Start], ".!?;\n") + 1
	return conditional(s.lower[start:span.Start])
}

// conditional tells what stands before the words: a condition, a report of
// what the user was told, a doubt, or a denial.
func conditional(before string) bool {
	before = " " + before
	for _, word := range []string{" si ", " s'il", " lorsque ", " quand ", " des que ", " une fois ", " avait dit", " avez ecrit", " ete dit", " promis que", " annonce que", " attendiez", " espere", " souhait", " vous nous dites", " vous indiquez", " vous ecrivez", " pas que ", " sans que ", " ne pouvons pas ", " impossible de", " ne saurions", " if ", " when ", " hope "} {
		if strings.Contains(before, word) {
			return true
		}
	}
	return false
}
