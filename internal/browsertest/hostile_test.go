//go:build window

package browsertest

import (
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"ecritoire/internal/review"
)

// hostile are reviews that break a page: words that cannot be broken, two
// writing directions at once, signs of several code points, tags and entities.
var hostile = []review.Review{
	{Title: strings.Repeat("Dossierincompletsansexplication", 8), Text: strings.Repeat("anticonstitutionnellement", 60), Author: strings.Repeat("Bartholoméo-Maximilien de la Tour ", 5)},
	{Title: "תודה רבה", Text: "קיבלתי מענה מהיר מאוד ב־12 ימים. Merci à l’équipe du guichet 2 ! שוב תודה.\nالسلام عليكم، انتظرت ثلاثة أسابيع (dossier F-2026-0457) ثم أُلغي الموعد."},
	{Title: "👩🏽\u200d🦽👨\u200d👩\u200d👧\u200d👦 🇫🇷", Text: strings.Repeat("Très bien 😀📚 👩🏽\u200d🦽 é e\u0301 \u202erenversé\u202c \u0007 ", 40)},
	{Title: "<b>gras</b> &amp; <script>document.title='perdu'</script>", Text: "<img src=x onerror=\"document.title='perdu'\"> {@html 'perdu'} ${1+1} \\u0000 %s"},
	{Title: "Un avis de dix mille caractères", Text: strings.Repeat("Personne ne décroche au téléphone depuis trois semaines. ", 176)[:10_000]},
	{Title: "", Text: "."},
}

// takes puts reviews into the queue, as a file would.
func (p page) takes(reviews []review.Review) {
	p.Helper()
	rows := func(yield func(review.Row, error) bool) {
		for i, r := range reviews {
			r.Source, r.ExternalID, r.WrittenAt, r.Sentiment = review.SourceSPPlus, fmt.Sprint("essai-", i), time.Now().Add(-time.Hour), review.Negative
			r.Structures = []review.Structure{{Name: strings.Repeat("Direction départementale interministérielle ", 4)}}
			if !yield(review.Row{Review: r}, nil) {
				return
			}
		}
	}
	due := func(at time.Time) time.Time { return at.Add(14 * 24 * time.Hour) }
	_, err := p.store.Import(p.Context(), review.Origin{Format: "spplus"}, iter.Seq2[review.Row, error](rows), due, false)
	p.must(0, err, p.window.Set("service.name", strings.Repeat("Communauté d’agglomération de Valbourg-sur-Orne ", 4)), p.window.Set("person", strings.Repeat("Marie-Antoinette Saint-Exupéry ", 4)))
}

// TestHostileReviews opens each of them with a draft, at three sizes: its text
// stands there letter by letter, in its own direction, nothing of it is
// carried out, nothing is lost beyond the edge, and axe finds nothing.
func TestHostileReviews(t *testing.T) {
	p := shows(t, opens(t))
	p.takes(hostile)
	p.opensFirst()
	for range hostile {
		p.press("j")
	}
	for i := range hostile {
		p.settles()
		var id int64
		p.look(&id, opened)
		d := p.dossier(id)
		p.drafts(id, "trame")
		for _, size := range sizes {
			p.sized(size.width, size.height, 1)
			p.eachPane(func(pane string) {
				where := fmt.Sprint(d.Review.ExternalID, " ", size.name, pane)
				p.keepsWidth(where)
				p.measure(where)
				p.picture("hostile-" + d.Review.ExternalID + pane + "-" + size.name)
			})
		}
		p.sized(1440, 900, 1)
		p.readsBack(d.Review.Text)
		if i < len(hostile)-1 {
			p.press("k")
		}
	}
}

// readsBack compares what the page shows of a review with its text.
func (p page) readsBack(text string) {
	p.Helper()
	var shown, direction, title string
	p.look(&shown, `document.querySelector('[data-testid="review-text"]').textContent`)
	p.look(&direction, `getComputedStyle(document.querySelector('[data-testid="review-text"]')).unicodeBidi + document.querySelector('[data-testid="review-text"]').getAttribute('dir')`)
	p.look(&title, `document.title`)
	if got, want := strings.Join(strings.Fields(shown), " "), strings.Join(strings.Fields(text), " "); !strings.Contains(got, want) && !inOrder(got, want) {
		p.Errorf("of a review of %d characters the page shows %d", len([]rune(want)), len([]rune(got)))
	}
	if !strings.Contains(direction, "auto") && !strings.Contains(direction, "plaintext") {
		p.Errorf("a review’s text does not find its own direction: %s", direction)
	}
	if title == "perdu" {
		p.Error("a review’s text was carried out")
	}
}

// inOrder says whether got holds the letters of want in their order: the page
// sets the numbers of the points between them.
func inOrder(got, want string) bool {
	rest := []rune(want)
	for _, r := range got {
		if len(rest) > 0 && r == rest[0] {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}
