package check

import "ecritoire/internal/review"

var refusals = phrases(review.Text{
	FR: "C’est le refus d’une machine, pas une réponse du service\u00a0: réécrivez ce passage.",
	EN: "This is a machine’s refusal, not the service’s reply: rewrite this passage."},
	`je (ne peux|ne suis) pas (capable de |autorisee? a |en mesure de )?(repondre a|traiter|satisfaire|generer|produire|rediger|fournir|executer) (a )?(cette|ce|de|la|une|du) (demande|requete|contenu|texte|reponse|instruction|type)[^.\n]*`,
	`(je suis desolee?|desolee?|navree?),? mais je ne peux pas[^.\n]*`,
	`je suis (incapable de|une? (ia|intelligence artificielle|modele de langage|assistant virtuel))[^.\n]*`,
	`je ne suis qu'une? (ia|intelligence artificielle|modele|programme|assistant)[^.\n]*`,
	`mes (connaissances s'arretent|donnees d'entrainement)[^.\n]*`,
	`(i'm|i am) sorry,? (but )?i (can't|cannot|can not|am not able)[^.\n]*`, `i (can't|cannot|am unable to|am not able to) (help|assist|comply|fulfill|answer this)[^.\n]*`)

// refusal blocks the words of a model that declined to write.
func refusal(s *subject) []review.Finding { return find(s.lower, refusals, review.Block) }
