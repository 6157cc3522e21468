package reading

import (
	"strings"
	"testing"
)

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
