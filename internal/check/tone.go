package check

import "ecritoire/internal/review"

var tones = append(phrases(review.Text{
	FR: "Ce ton reproche ou blesse\u00a0: dites ce qui est possible maintenant.",
	EN: "This tone blames or hurts: say what can be done now."},
	`vous (auriez|aviez) (du|qu'a|qu'a)[^.!?\n]*`, `il (fallait|suffisait|aurait fallu)[^.!?\n]*`, `vous n'avez (pas|manifestement pas) (compris|lu)[^.!?\n]*`,
	`vous etes (le |la |les )?(seule?s? (responsables?|fautifs?)|en tort|agressi(f|ve)|impolie?|(un |une )?incapable)[^.!?\n]*`, `c'est (de )?votre faute[^.!?\n]*`, `calmez-vous`, `vos (insultes|accusations)`,
	`(imbeciles?|idiote?s?|menteu(r|se|rs)|stupides?|honte a vous)`),
	phrases(review.Text{
		FR: "Une réponse publique vouvoie\u00a0: remplacez le tutoiement.",
		EN: "A public reply is formal: replace the familiar “tu”."},
		`(tu (as|es|peux|dois|pourras|trouveras|seras|auras)|merci a toi|ton (avis|message|dossier))`)...)

// tone warns of words that blame, hurt or are too familiar.
func tone(s *subject) []review.Finding {
	found := find(s.lower, tones, review.Warn)
	for _, f := range find(s.lower, slurs, review.Warn) {
		if !overlaps(found, f.Span) && !s.inFrame(f.Span) {
			found = append(found, f)
		}
	}
	return found
}

// slurs are what a reply says of nobody, the user or a colleague.
var slurs = phrases(review.Text{
	FR: "Ce mot accuse ou injurie quelqu’un\u00a0: une réponse publique ne le peut pas.",
	EN: "This word accuses or insults somebody: a public reply cannot."},
	`(est|sont|etes|es|sommes) (tous |toutes |bien |vraiment |qu')?(un |une |des |de |le |la |les )?(vrais? |pire )?(escrocs?|voleu(r|se|rs|ses)|menteu(r|se|rs|ses)|corrompue?s?|incapables?|incompetente?s?|arnaques?|racistes?|alcooliques?|criminel(le)?s?|mafieu(x|ses?)|nul(le)?s?|faineante?s?|ripoux?|tricheu(r|se|rs|ses)|honte|danger|imbeciles?|idiote?s?|abrutie?s?|bons? a rien|pervers|monstres?|ordures?)`,
	`(la|le|les|nos|notre|votre) [a-z' -]{2,40} (ment(ent)?|vole(nt)?|truque(nt)?|trafique(nt)?|triche(nt)?|detourne(nt)?|arnaque(nt)?)\b`, `[a-z]+ boit au travail|(pots-de-vin|vous a vole|a la solde de)`)
