package check

import "ecritoire/internal/review"

var tones = append(phrases(review.Text{
	FR: "Ce ton reproche ou blesse\u00a0: dites ce qui est possible maintenant.",
	EN: "This tone blames or hurts: say what can be done now."},
	`vous (auriez|aviez) (du|qu'a|qu'a)[^.!?\n]*`, `il (fallait|suffisait|aurait fallu)[^.!?\n]*`, `vous n'avez (pas|manifestement pas) (compris|lu)[^.!?\n]*`,
	`vous etes (en tort|agressi(f|ve)|impolie?|(un |une )?incapable)[^.!?\n]*`, `c'est (de )?votre faute[^.!?\n]*`, `calmez-vous`, `vos (insultes|accusations)`,
	`(imbeciles?|idiote?s?|menteu(r|se|rs)|stupides?|honte a vous)`),
	phrases(review.Text{
		FR: "Une réponse publique vouvoie\u00a0: remplacez le tutoiement.",
		EN: "A public reply is formal: replace the familiar “tu”."},
		`(tu (as|es|peux|dois|pourras|trouveras|seras|auras)|merci a toi|ton (avis|message|dossier))`)...)

// tone warns of words that blame, hurt or are too familiar.
func tone(s *subject) []review.Finding { return find(s.lower, tones, review.Warn) }
