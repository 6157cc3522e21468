package reading

import (
	"slices"
	"strings"
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

// FuzzIndexer: the fast reader gives what Stems and LanguageOf give, and the
// spans of any query stand in order inside the text.
func FuzzIndexer(f *testing.F) {
	for _, s := range []string{"", "Les élèves d’Aix : 12h30, FranceConnect", "ÉTÉ2024a1", "naïve cœur a\u0301b \u0301", "Ça va\xff bien", "Привет мир добрый день", "the staff was very nice and good"} {
		f.Add(s, s)
	}
	x := NewIndexer()
	f.Fuzz(func(t *testing.T, text, typed string) {
		if got, want := x.Read("", text).Stems, strings.Join(Stems(text), " "); got != want {
			t.Fatalf("%q: %q, want %q", text, got, want)
		}
		if got, want := x.Read("", text).Language, LanguageOf(text); got != want && want != Unknown {
			t.Fatalf("%q: %q, want %q", text, got, want)
		}
		end, q := 0, ReadQuery(typed)
		for _, s := range q.Spans(text) {
			if s.Start < end || s.End <= s.Start || s.End > len([]rune(text)) {
				t.Fatalf("%q in %q: %v", typed, text, s)
			}
			end = s.End
		}
	})
}

func TestLikenessOutlivesSmallChanges(t *testing.T) {
	x := NewIndexer()
	text := "Bonjour, je suis venu trois fois au guichet de la mairie pour ma carte et personne n’a su me répondre sur le délai."
	a := x.Read("", text)
	if b := x.Read("", strings.ToUpper(text)+" !!"); a.Likeness == 0 || a.Likeness != b.Likeness {
		t.Errorf("a copy in capitals: %d and %d", a.Likeness, b.Likeness)
	}
	if c := x.Read("", "Un tout autre avis qui parle de la piscine et de ses horaires d’été le dimanche matin."); c.Likeness == a.Likeness {
		t.Error("another text is taken for a copy")
	}
	if d := x.Read("", "Très bien merci"); d.Likeness != 0 {
		t.Error("a text of three words is compared")
	}
}
