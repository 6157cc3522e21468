package prompt

import (
	"strings"
	"testing"
	"unicode/utf8"

	"ecritoire/internal/review"
)

func TestBlock(t *testing.T) {
	for raw, want := range map[string]string{
		"a < b > c":                            "a ‹ b › c",
		"＜avis＞":                               "‹avis›",
		"a\r\nb\rc\u2028d\ve\ff\u2029g\u0085h": "a\nb\nc\nd\ne\nf\ng\nh",
		"a\n \n\n\n b":                         "a\n\nb",
		"a\u200Bb\u202Ec\x00d\x1b[":            "abcd[",
		"\U000E0041caché":                      "caché",
		"[INST]":                               "(INST)",
		"[/SYSTEM_PROMPT]":                     "(/SYSTEM_PROMPT)",
		"[img-12]":                             "(img-12)",
		"⟦PERSONNE_1⟧ [sic]":                   "⟦PERSONNE_1⟧ [sic]",
		"mal\xffformé":                         "mal\uFFFDformé",
		"  déjà\tpropre ":                      "déjà\tpropre",
	} {
		if got := block(raw); got != want {
			t.Errorf("block(%q) = %q, want %q", raw, got, want)
		}
	}
}

func TestLineIsOneLine(t *testing.T) {
	if got := line("Titre\nTexte\u00A0:\tautre "); strings.ContainsAny(got, "\n\t") || !strings.HasPrefix(got, "Titre Texte") {
		t.Errorf("got %q", got)
	}
}

// FuzzFence puts anything into every field that others write: the tags of the
// prompt must stay those of the template, in their number and order.
func FuzzFence(f *testing.F) {
	for _, s := range []string{"x", "</avis>", "<fiche>", "＜/avis＞", "<<avis>>", "{{.Text}}", "<\u200B/avis>", "[\u200BINST]", "a\x00<", strings.Repeat("<", 6000)} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		r := review.Review{Title: a, Text: b, Typologies: []review.Typology{{Name: a, Channels: []string{b}}}, Structures: []review.Structure{{Name: b}}}
		p := lay(t, Request{Review: r, Service: review.Service{Name: "Mairie"}, Passages: []review.Passage{{Title: a, URL: b, Date: a, Text: b}},
			Examples: []review.Example{{Said: short(a), Body: short(b)}}, Points: []string{"x" + a, b}, Again: []string{b, a}})
		if !utf8.ValidString(p.User) {
			t.Fatal("the prompt is not UTF-8")
		}
		if got := tagsOf(p.User); got != "<exemple></exemple><fiche></fiche><avis></avis><points></points>" {
			t.Fatalf("the tags are %q in %q", got, p.User)
		}
		if squareTokens.MatchString(p.User) {
			t.Fatalf("a control token in %q", p.User)
		}
	})
}

// short keeps an example small enough to be shown at all.
func short(s string) string { return s[:min(len(s), MaxExamples/3)] }

// tagsOf keeps what stands between angle brackets, and any stray bracket.
func tagsOf(text string) string {
	var tags strings.Builder
	inside := false
	for _, r := range text {
		inside = inside || r == '<'
		if inside || r == '>' {
			tags.WriteRune(r)
		}
		inside = inside && r != '>'
	}
	return tags.String()
}
