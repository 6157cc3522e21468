package check

import (
	"slices"
	"testing"

	"ecritoire/internal/review"
)

// TestIntroductionsAndBlanksAreBlocked: what a model says before its reply,
// and what it leaves for somebody else to fill.
func TestIntroductionsAndBlanksAreBlocked(t *testing.T) {
	for _, reply := range []string{
		"Voici la réponse à votre question :\n\nBonjour, merci de votre avis.",
		"Voici une proposition de réponse\n\nBonjour, merci de votre avis.",
		"Voici une proposition de réponse pour cet usager :\nBonjour, merci de votre avis.",
		"Bonjour,\n\nVoici la réponse à votre question : nous sommes désolés.",
		"Bonjour,\n\nMerci de votre avis. We are sorry for the wait. Nous restons à votre écoute.",
		"Bonjour [Nom],\n\nMerci de votre avis.",
		"Bonjour,\n\nMerci de votre avis. Le délai est de (à compléter) jours.",
		"Bonjour,\n\nMerci de votre avis. Appelez le XXX.",
		"Bonjour,\n\nMerci de votre avis.\n\n[Signature]",
		"Bonjour,\n\nMerci de votre avis. Voici la version révisée :",
	} {
		found := Run(Input{Review: "J’ai attendu une heure.", Reply: reply})
		if !slices.ContainsFunc(found, func(f review.Finding) bool { return f.Rule == "leftover" && f.Severity == review.Block }) {
			t.Errorf("passed: %q", reply)
		}
	}
}

// TestFrenchSentencesAreNoStrangers: names and loan words are French enough.
func TestFrenchSentencesAreNoStrangers(t *testing.T) {
	for _, body := range []string{
		"Le site du Crédit Foncier and Co n’est pas le nôtre.", "Le week-end, le parking du Shopping Center est complet.", "L’os du problème est connu.",
		"Il met fin à la démarche.", "La foi du dossier est acquise.", "Madame Müller et Monsieur Peña ont été reçus.", "Vous pouvez le suivre sur Google Play Store.", "Voici la réponse la plus simple, à notre avis.",
	} {
		for _, f := range Run(Input{Review: "J’ai attendu une heure.", Reply: "Bonjour,\n\nMerci de votre avis. " + body}) {
			if f.Rule == "leftover" {
				t.Errorf("leftover on %q", body)
			}
		}
	}
}
