package reading

import (
	"slices"
	"testing"
)

// Lists that lost their line breaks: each point is a sentence, and nothing
// else is taken for one.
func TestGluedLists(t *testing.T) {
	for text, want := range map[string][]string{
		"Trois soucis : 1) le site plante 2) le guichet est fermé 3) pas de réponse": {"Trois soucis :", "1) le site plante", "2) le guichet est fermé", "3) pas de réponse"},
		"1. Le site plante 2. Le guichet est fermé":                                  {"1. Le site plante", "2. Le guichet est fermé"},
		"1. Le site plante. 2. Le guichet est fermé.":                                {"1. Le site plante.", "2. Le guichet est fermé."},
		"Bonjour. 1/ le site 2/ le guichet":                                          {"Bonjour.", "1/ le site", "2/ le guichet"},
		"1- le site ; 2- le guichet":                                                 {"1- le site ;", "2- le guichet"},
		"1°) le site 2°) le guichet":                                                 {"1°) le site", "2°) le guichet"},
		"a) le site b) le guichet":                                                   {"a) le site", "b) le guichet"},
		"Points à revoir : - le site - le guichet - les délais":                      {"Points à revoir :", "- le site", "- le guichet", "- les délais"},
		"- le site - le guichet":                                                     {"- le site", "- le guichet"},
		"Bravo • site clair • accueil rapide":                                        {"Bravo", "• site clair", "• accueil rapide"},
		"- Rien reçu.- Pas de réponse !- Accueil froid":                              {"- Rien reçu.", "- Pas de réponse !", "- Accueil froid"},
		"À voir : - le site- le rendez- vous- les délais":                            {"À voir :", "- le site", "- le rendez- vous", "- les délais"},
		"À voir : - le site - les délais. Un parcours - long - pour rien":            {"À voir :", "- le site", "- les délais.", "Un parcours - long - pour rien"},
		// No lists.
		"Le service - pourtant public - ne répond pas":          {"Le service - pourtant public - ne répond pas"},
		"- le site - lent - plante\n- le guichet":               {"- le site - lent - plante", "- le guichet"},
		"Ouvert de 9h - 12h et 14h - 17h":                       {"Ouvert de 9h - 12h et 14h - 17h"},
		"J'ai fait l'étape 1. Puis l'étape 2. Rien":             {"J'ai fait l'étape 1.", "Puis l'étape 2.", "Rien"},
		"Le formulaire (annexe 1) et la notice (annexe 2) vont": {"Le formulaire (annexe 1) et la notice (annexe 2) vont"},
		"Reçu le 1/2 et le 2/3":                                 {"Reçu le 1/2 et le 2/3"},
		"Il manque 2) la pièce":                                 {"Il manque 2) la pièce"},
		"Les usager·ère·s attendent":                            {"Les usager·ère·s attendent"},
		"Guichet 1 - Guichet 2 - fermé":                         {"Guichet 1 - Guichet 2 - fermé"},
	} {
		got := []string{}
		for _, s := range Sentences(text) {
			got = append(got, s.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
