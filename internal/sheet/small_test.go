package sheet

import (
	"context"
	"testing"
)

// hall is what a small town hall writes down for itself.
var hall = entries{
	"bibliotheque.md": "# Bibliothèque municipale\n\n## Horaires\n\nLa bibliothèque ouvre le mercredi et le samedi de 10 h à 18 h.\n\n## Inscription\n\nL’inscription est gratuite pour les habitants, sur présentation d’un justificatif de domicile.\n",
	"cantine.md":      "# Cantine scolaire\n\n## Inscription\n\nL’inscription à la cantine se fait à la mairie avant le 15 juillet.\n\n## Tarifs\n\nLe repas coûte 3,20 euros, ou 1 euro selon le quotient familial.\n",
	"dechets.md":      "# Collecte des déchets\n\nLes bacs jaunes sont relevés le jeudi, les ordures ménagères le lundi.\n\n## Déchèterie\n\nLa déchèterie est ouverte du mardi au samedi.\n",
	"cimetiere.md":    "# Cimetière communal\n\nUne concession de trente ans coûte 400 euros. La demande se fait à l’état civil.\n",
}

// A pack of a few sheets cannot know which words are rare. Its sheets must be
// found none the less, and nothing be found where nothing fits.
func TestASmallPackKnowsWhatItCoversAndWhatNot(t *testing.T) {
	p := built(t, hall)
	for question, want := range map[string]string{
		"Quels sont les horaires de la bibliothèque ?":             "bibliotheque.md",
		"Combien coûte un repas à la cantine ?":                    "cantine.md",
		"Quel est le prix d’une concession au cimetière ?":         "cimetiere.md",
		"Comment inscrire mon fils à la cantine scolaire ?":        "cantine.md",
		"Le bonnet de bain est-il obligatoire à la piscine ?":      "démarches/piscine.html",
		"Est-ce que je peux louer la salle des fêtes ?":            "salle.txt",
		"La déchèterie est-elle ouverte le samedi ?":               "dechets.md",
		"Peut-on avoir un passeport le samedi matin à la mairie ?": "mairie.md",
	} {
		hits, err := p.Search(context.Background(), question, 1)
		if err != nil || len(hits) == 0 || hits[0].Sheet != want || hits[0].Score < Enough {
			t.Errorf("%q: %.2f, %+v, %v", question, scoreOf(hits), hits, err)
		}
	}
	for _, question := range []string{
		"Merci pour votre accueil chaleureux et votre gentillesse", "Comment divorcer quand on vit à l’étranger ?",
		"Mon permis de conduire a été volé, que faire ?", "Quelle est la capitale de l’Australie ?",
		"J’attends depuis deux heures au guichet, c’est inadmissible", "Comment contester une amende de stationnement ?",
		"L’agent a été très aimable et m’a bien renseignée", "Le site plante à chaque fois que je me connecte",
	} {
		if hits, err := p.Search(context.Background(), question, 1); err != nil || scoreOf(hits) >= Enough {
			t.Errorf("%q: %+v, %v", question, hits, err)
		}
	}
}

func scoreOf(hits []Hit) float64 {
	if len(hits) == 0 {
		return 0
	}
	return hits[0].Score
}
