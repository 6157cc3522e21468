package trame

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

var (
	allLengths = []review.Length{review.LengthShort, review.LengthUsual, review.LengthLong}
	allWishes  = []review.Wish{{}, {Warmer: true}, {Precise: true}, {Warmer: true, Precise: true}}
	allThemes  = []review.ThemeName{review.ThemeAccess, review.ThemeInformation, review.ThemeRelation, review.ThemeReactivity, review.ThemeSimplicity}
	allFelt    = []review.Sentiment{review.Positive, review.Neutral, review.Negative, ""}
	allWays    = []string{"Accueil", "Démarche en ligne", "Téléphone", "E-mail", "Courrier", "Compte ou espace personnel", "Tchat (messagerie instantanée)", "inconnu"}
)

func written(t testing.TB, w *Writer, a review.Assignment) string {
	t.Helper()
	got, err := w.Write(context.Background(), a, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got.Body
}

var endOfSentence = regexp.MustCompile(`[.?!](?: |$)`)

func sentenceCount(b string) int { return len(endOfSentence.FindAllString(b, -1)) }

// What the lengths promise to the agent: see review.Length.
var promised = map[review.Length]room{review.LengthShort: {2, 3}, review.LengthUsual: {3, 6}, review.LengthLong: {6, 8}}

var (
	binding      = regexp.MustCompile(`(?i)\b(?:nous|on|vous) (?:vous |le |la |les )?\pL*(?:e|i|d|tt|au)r(?:ons|ez|a)\b|nous allons|engageons|garanti|promet|promis|\bwe(?:’|'| wi)ll\b|\bshall\b|guarantee|promise`)
	straight     = regexp.MustCompile(`\pL'\pL|"`)
	quoteSpacing = regexp.MustCompile(`«[^\x{a0}]|[^\x{a0}]»`)
)

// sound is what every body must be, in either language.
func sound(t *testing.T, b string, want room) {
	t.Helper()
	wellMade(t, b)
	if n := sentenceCount(b); n < want.least || n > want.most {
		t.Errorf("%d sentences, want %d to %d: %s", n, want.least, want.most, b)
	}
	for name, wrong := range map[string]*regexp.Regexp{"a promise": binding, "a straight mark": straight, "a quotation mark without its space": quoteSpacing} {
		if m := wrong.FindString(b); m != "" {
			t.Errorf("%s, %q, stands in %s", name, m, b)
		}
	}
	seen := map[string]bool{}
	for _, s := range strings.SplitAfter(b, ". ") {
		if s = strings.TrimSpace(s); seen[s] {
			t.Errorf("said twice: %q in %s", s, b)
		}
		seen[s] = true
	}
}

// Every theme, ticked in every way, on every channel, in every length, in both
// languages; on one channel in every voice too.
func TestEveryWishForEveryTick(t *testing.T) {
	t.Parallel()
	for _, wish := range allWishes {
		ways := allWays
		if wish.Warmer || wish.Precise {
			ways = allWays[:1]
		}
		for _, length := range allLengths {
			wish.Length = length
			for _, r := range everyTick(ways) {
				b := written(t, New(), review.Assignment{Review: r, Wish: wish})
				sound(t, b, promised[length])
				if got, want := reading.LanguageOf(b), reading.LanguageOf(r.Text); got != want {
					t.Errorf("a review in %q is answered in %q: %s", want, got, b)
				}
			}
		}
	}
}

func everyTick(ways []string) []review.Review {
	all := []review.Review{}
	for _, text := range []string{"Voici mon avis sur ma démarche.", "This is my opinion about the service and what I was told there."} {
		for _, felt := range allFelt {
			for _, ticked := range allFelt {
				for _, theme := range allThemes {
					for _, way := range ways {
						all = append(all, review.Review{ExternalID: "1", Sentiment: felt, Text: text, Themes: []review.Theme{{Name: theme, Sentiment: ticked}},
							Typologies: []review.Typology{{Name: "Préfecture", Channels: []string{way}}}})
					}
				}
			}
		}
	}
	return all
}

// Several points in one review: all five themes ticked, in turns.
func TestSeveralPoints(t *testing.T) {
	for felt := range 8 {
		r := review.Review{ExternalID: "2", Sentiment: allFelt[felt%3], Text: "Le site est en panne, personne ne répond au téléphone, mais l’agent au guichet a été très aimable."}
		for i, name := range allThemes {
			r.Themes = append(r.Themes, review.Theme{Name: name, Sentiment: allFelt[(felt+i)%3]})
		}
		short := written(t, New(), review.Assignment{Review: r, Wish: review.Wish{Length: review.LengthShort}})
		long := written(t, New(), review.Assignment{Review: r, Wish: review.Wish{Length: review.LengthLong}})
		sound(t, short, promised[review.LengthShort])
		sound(t, long, promised[review.LengthLong])
	}
}

// The three lengths on the real reviews: as many sentences as promised, the
// longer never shorter, and the same first point in all three. Stars without a
// comment and alarms keep to what they have to say.
func TestRealReviewsInThreeLengths(t *testing.T) {
	t.Parallel()
	total := map[review.Length]int{}
	all := realReviews(t)
	for _, r := range all {
		counts, firsts := []int{}, []string{}
		for _, length := range allLengths {
			d := compose(r, review.Wish{Length: length})
			b := strings.Join(d.sentences(), " ")
			if !d.brief() {
				sound(t, b, promised[length])
			}
			counts = append(counts, sentenceCount(b))
			firsts = append(firsts, firstPointOf(d))
			total[length] += sentenceCount(b)
		}
		if !slices.IsSorted(counts) {
			t.Errorf("%s: %v sentences for short, usual and long", r.ExternalID, counts)
		}
		if firsts[0] != firsts[1] || firsts[1] != firsts[2] {
			t.Errorf("%s: not the same first point: %q", r.ExternalID, firsts)
		}
	}
	for _, length := range allLengths {
		t.Logf("%q: %.1f sentences on average", length, float64(total[length])/float64(len(all)))
	}
}

func compose(r review.Review, wish review.Wish) *draft {
	return New().begin(review.Assignment{Review: r, Wish: wish})
}

func (d *draft) brief() bool {
	return len(d.read.Signals.Urgent) > 0 || d.read.Signals.Bare || d.terse()
}

func firstPointOf(d *draft) string {
	if len(d.chosen.points) == 0 {
		return ""
	}
	return d.chosen.points[0].heading()
}

// A wish must show: every third real review, if it says something, reads
// otherwise.
func TestWishesShowOnRealReviews(t *testing.T) {
	t.Parallel()
	for i, r := range realReviews(t) {
		if i%3 != 0 || compose(r, review.Wish{}).brief() {
			continue
		}
		usual := body(t, New(), r)
		for _, wish := range []review.Wish{{Warmer: true}, {Precise: true}} {
			b := written(t, New(), review.Assignment{Review: r, Wish: wish})
			sound(t, b, promised[review.LengthUsual])
			if b == usual {
				t.Errorf("%s: %+v changes nothing", r.ExternalID, wish)
			}
		}
	}
}
