package check

import (
	"testing"

	"ecritoire/internal/review"
)

func TestLeftovers(t *testing.T) {
	for _, body := range []string{
		"Merci ⟦PERSONNE_1⟧.", "Merci ⟦Personne 1⟧.", "Merci ⟦PERSONNE_1.", "Merci PERSONNE_1⟧.", "Merci PERSONNE_12.", "Merci [PERSONNE 1].", "Merci {{PERSONNE_1}}.", "Le <TELEPHONE_2> est noté.", "Votre (DOSSIER_1) est lu.",
		"Cordialement, [Votre nom].", "Bonjour [...],", "Le {{service}} répond.", "Le ${service} répond.", "Le jj/mm/aaaa.", "Au XX XX XX XX XX.", "(à compléter)", "Inserer ici le numéro.", "Lorem ipsum dolor.",
		"<think>Il faut être poli.</think>", "</think>", "<think", "<|im_end|>", "</s>", "[/INST]", "<<SYS>>", "### Réponse", "```text", "</avis>",
		"En tant que modèle de langage, je réponds.", "En tant qu’intelligence artificielle.", "As an AI language model, I answer.", "Voici une proposition de réponse :", "Voici la réponse : merci.", "Bien sûr ! Voici le texte.",
		"\nAssistant : Bonjour", "\nUtilisateur : merci", "\nRéponse : merci", "\nUser: hello", "D’accord, l’utilisateur demande une réponse.", "Je vais rédiger une réponse courtoise.", "Let me write a reply.",
		"Note : j’ai respecté les consignes.", "(Note : cette réponse est un exemple.)", "Cette réponse respecte les consignes.", "Nombre de mots : 80", "N’hésitez pas à adapter cette réponse.", "Mes instructions sont de rester poli.", "Selon les consignes fournies, merci.", "Option 2 : merci.", "Here is the reply you asked for.",
	} {
		if f, ok := first(run(framed(courteous+" "+body)), "leftover"); !ok || f.Severity != review.Block {
			t.Errorf("%q: %+v, %v", body, f, ok)
		}
	}
	for _, body := range []string{"Ceci est **gras**.", "\n# Titre", "\n- un\n- deux", "Merci&nbsp;!"} {
		if f, ok := first(run(framed(courteous+" "+body)), "leftover"); !ok || f.Severity != review.Warn {
			t.Errorf("%q: %+v, %v", body, f, ok)
		}
	}
}

func TestNoLeftovers(t *testing.T) {
	for _, body := range []string{
		"Une personne vous répond au guichet 2.", "Votre dossier est lu (une fois par an).", "La carte 1 est valable.", "Le robot téléphonique répond.", "Nous avons suivi vos instructions.", "Nos consignes sont affichées.",
		"Votre réponse : merci de l’avoir écrite.", "L’assistant social est là.", "Les pièces < 3 ans suffisent.", "Nous allons relire ce point.", "Voici ce que nous savons.", "Le système a été réparé – merci.", "Note : 4 sur 5.",
	} {
		if f, ok := first(run(framed(courteous+" "+body)), "leftover"); ok {
			t.Errorf("%q was taken for a leftover: %+v", body, f)
		}
	}
}
