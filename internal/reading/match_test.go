package reading

import (
	"slices"
	"testing"
)

func TestQuery(t *testing.T) {
	text := Stems("L’accueil du guichet était très agréable, mais la carte d’identité s’est fait attendre.")
	for typed, want := range map[string]bool{
		"guichet": true, "GUICHETS agreable ": true, "piscine": false, "guich": true, "guich ": false, "guich* carte ": true,
		`"carte d'identité"`: true, `"identité carte"`: false, "«carte d’identité» ": true, `"carte d'id`: true,
		"carte -guichet": false, "carte -piscine ": true, "-piscine": true, "-carte": false, "": false, `"`: false, `" OR *`: false, "*": false, "--": false,
	} {
		if got := ReadQuery(typed).Matches(text); got != want {
			t.Errorf("%q: %v", typed, got)
		}
	}
}

func TestSpans(t *testing.T) {
	text := "Élèves au guichet : un élève, une carte d’identité."
	runes := []rune(text)
	for typed, want := range map[string][]string{
		"eleve ": {"Élèves", "élève"}, `"carte d'identité" -piscine`: {"carte d’identité"}, "guich": {"guichet"}, `carte "carte d'identite"`: {"carte d’identité"}, "piscine": {},
	} {
		got := []string{}
		for _, s := range ReadQuery(typed).Spans(text) {
			got = append(got, string(runes[s.Start:s.End]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

func TestAPluralIsFoundBeforeItsLastLetter(t *testing.T) {
	for typed, text := range map[string]string{"animau": "un animal", "travau": "des travaux", "journau": "le journal", "bureau": "les bureaux", "anim": "des animaux"} {
		if !ReadQuery(typed).Matches(Stems(text)) {
			t.Errorf("%q does not find %q", typed, text)
		}
	}
	if ReadQuery("animau ").Matches(Stems("un animal")) {
		t.Error("a word that is done is taken as it stands")
	}
}

// TestAPhraseHalfTyped: whatever of it is typed finds the text in which the
// whole of it stands, once there is a letter.
func TestAPhraseHalfTyped(t *testing.T) {
	text := "Les travaux de la mairie durent ; ma carte d’identité et mes journaux sont perdus, les agents étaient charmants et disponibles."
	for _, phrase := range []string{"travaux de la mairie durent", "carte d'identité et mes journaux", "les agents étaient charmants et disponibles", "mes journaux sont perdus"} {
		typed := []rune(phrase)
		for _, quote := range []string{`"`, "«\u00a0", "« "} {
			for n := 1; n <= len(typed); n++ {
				if half := quote + string(typed[:n]); !ReadQuery(half).Matches(Stems(text)) {
					t.Errorf("%q finds nothing", half)
				}
			}
		}
	}
}

// TestAWordHalfTyped finds what it is on its way to, though the stem of that is
// shorter; a word that is done, or a beginning with its star, is no other word.
func TestAWordHalfTyped(t *testing.T) {
	for _, word := range []string{"administration", "informations", "documents", "renouvellement", "paiement", "logement", "cordialement", "charmants", "numérique", "inscription", "déclaration", "responsable", "demandeuse"} {
		typed := []rune(word)
		for n := 3; n <= len(typed); n++ {
			if half := string(typed[:n]); !ReadQuery("le " + half).Matches(Stems("le " + word)) {
				t.Errorf("%q does not find %q", half, word)
			}
		}
	}
	for typed, text := range map[string]string{"paris": "par ici", "informat*": "informer", "informat ": "informer", "-informat": "informer"} {
		if q := ReadQuery(typed); q.Matches(Stems(text)) != (typed[0] == '-') {
			t.Errorf("%q finds %q", typed, text)
		}
	}
}
