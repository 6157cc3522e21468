package reading

import (
	"slices"
	"testing"

	"ecritoire/internal/review"
)

// Words of the administration that an author repeats are not the author's;
// what they bear out ("aucun créneau") still is.
func TestQuotedWords(t *testing.T) {
	lead := "J’ai reçu hier ce message du service, que je recopie ici en entier pour que chacun puisse en juger. "
	for _, c := range []struct {
		name, text string
		topic      Topic
		want       bool
	}{
		{"quoted", lead + "« Nous vous prions de rectifier votre dossier : le justificatif n’est pas lisible. »", "unclear", false},
		{"straight marks", lead + `"Nos agents sont aimables et compétents avec tous."`, "kind", false},
		{"the author’s", lead + "Le formulaire n’est pas lisible.", "unclear", true},
		{"what is borne out", lead + "« Il n’y a aucun créneau avant trois semaines. »", "no_slot", true},
		{"a word set off", lead + "Quel accueil « très aimable » !", "kind", true},
		{"a mark left open", lead + "« Nos agents sont aimables avec tous.", "kind", true},
		{"all between marks", "« Les agents sont aimables et souriants avec tous. »", "kind", true},
	} {
		found := slices.ContainsFunc(Points(c.text), func(p Point) bool { return p.Topic == c.topic })
		if found != c.want {
			t.Errorf("%s: %q: %s read: %v, want %v", c.name, c.text, c.topic, found, c.want)
		}
	}
}

func TestQuotedCircumstances(t *testing.T) {
	lead := "Voici la réponse qui m’a été faite au guichet ce matin par un agent, mot pour mot. "
	if a := Analyse(review.Review{Text: lead + "« Votre allocation est suspendue, vous serez sans ressources. »"}); a.Has("no_income") {
		t.Error("what an agent said is taken for the author’s lot")
	}
	if a := Analyse(review.Review{Text: lead + "Je suis sans ressources."}); !a.Has("no_income") {
		t.Error("what the author said is lost")
	}
}
