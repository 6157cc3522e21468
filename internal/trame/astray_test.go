package trame

import (
	"testing"

	"ecritoire/internal/review"
)

// A review may have been filed under another body than the one it blames: the
// reply then sends nobody to a door that is not theirs.
func TestBlamedBody(t *testing.T) {
	caf := []review.Structure{{Name: "CAF du Rhône"}}
	both := []review.Typology{{Name: "CAF"}, {Name: "Préfecture"}}
	for _, c := range []struct {
		name, text string
		ticked     []review.Structure
		kinds      []review.Typology
		want       string // how the place is named
	}{
		{"another body is blamed", "La préfecture refuse mon dossier et ne répond pas à mes messages.", caf, nil, ""},
		{"another, in few words", "Pôle emploi ne répond jamais.", caf, nil, ""},
		{"another, of a kind attached", "La préfecture ne répond pas.", caf, both, "la préfecture"},
		{"of two kinds, the one blamed", "La préfecture ne répond pas.", nil, both, "la préfecture"},
		{"of two kinds, none blamed", "Aucune réponse.", nil, both, "la caisse d’allocations familiales"},
		{"both are spoken of", "La préfecture ne répond pas et la CAF suspend mes droits.", caf, nil, "la caisse d’allocations familiales"},
		{"the one ticked, by its long name", "La préfecture ne répond pas, les allocations familiales non plus.", caf, nil, "la caisse d’allocations familiales"},
		{"a paper of another", "J’ai envoyé l’attestation de la préfecture, aucune réponse depuis trois mois.", caf, nil, "la caisse d’allocations familiales"},
		{"another asks, as it may", "Pôle emploi me demande une attestation que je n’ai pas.", caf, nil, "la caisse d’allocations familiales"},
		{"another is praised", "La mairie m’a très bien aidé, merci.", caf, nil, "la caisse d’allocations familiales"},
		{"the same under another name", "La sous-préfecture ne répond pas.", []review.Structure{{Name: "Préfecture du Rhône"}}, nil, "la préfecture du Rhône"},
		{"a body that we cannot tell", "La préfecture ne répond pas.", []review.Structure{{Name: "Musée de Nérac"}}, nil, ""},
	} {
		r := review.Review{Text: c.text, Structures: c.ticked, Typologies: c.kinds}
		if got := place(r); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
