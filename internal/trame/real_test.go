package trame

import (
	"context"
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"ecritoire/internal/review"
)

const realFile = "../../../shared/data/experiences-spplus-dev.csv"

// realReviews reads the reviews of the real file that wait for a reply, as
// simply as a test can.
func realReviews(t testing.TB) []review.Review {
	t.Helper()
	f, err := os.Open(realFile)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("SKIPPED: the file of real reviews is not on this machine")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[strings.TrimPrefix(name, "\ufeff")] = i
	}
	all := []review.Review{}
	for _, row := range rows[1:] {
		if get := cell(row, column); get("Etat expérience") == "A traiter" {
			all = append(all, realReview(get))
		}
	}
	return all
}

func cell(row []string, column map[string]int) func(string) string {
	return func(name string) string {
		i, ok := column[name]
		if !ok {
			panic("no column " + name)
		}
		return repaired(row[i])
	}
}

// repaired reads C1 characters as what they were in windows-1252.
func repaired(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x80 && r < 0xa0 {
			return charmap.Windows1252.DecodeByte(byte(r))
		}
		return r
	}, s)
}

var sentiments = map[string]review.Sentiment{"Positif": review.Positive, "Neutre": review.Neutral, "Négatif": review.Negative}

func realReview(get func(string) string) review.Review {
	r := review.Review{
		Source: review.SourceSPPlus, ExternalID: get("ID expérience"), Title: get("Titre"), Text: get("Description"),
		PostedAs: get("Posté comme"), Sentiment: sentiments[get("Ressenti usager")],
		Structures: []review.Structure{{Name: get("Intitulé structure 1")}, {Name: get("Intitulé structure 2")}},
	}
	for _, theme := range []struct {
		column string
		name   review.ThemeName
	}{{"Accessibilité", review.ThemeAccess}, {"Information/Explication", review.ThemeInformation}, {"Relation", review.ThemeRelation}, {"Réactivité", review.ThemeReactivity}, {"Simplicité/Complexité", review.ThemeSimplicity}} {
		if s := sentiments[get(theme.column)]; s != "" {
			r.Themes = append(r.Themes, review.Theme{Name: theme.name, Sentiment: s})
		}
	}
	for _, n := range []string{"1", "2", "3"} {
		if name := get("Intitulé Typologie " + n); name != "" {
			r.Typologies = append(r.Typologies, review.Typology{Name: name, Channels: strings.Split(get("Canaux Typologie "+n), ",")})
		}
	}
	return r
}

func body(t testing.TB, w *Writer, r review.Review) string {
	t.Helper()
	written, err := w.Write(context.Background(), review.Assignment{Review: r}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return written.Body
}

// How much of the variety comes from the words of the reviews alone, without
// what the platform says of them.
func TestWordsAloneTellReviewsApart(t *testing.T) {
	all := realReviews(t)
	n := different(t, New(Pinned()), worded(all))
	t.Logf("pinned, title and text alone: %d distinct bodies of %d", n, len(all))
	if n < 500 {
		t.Errorf("%d distinct bodies, want at least 500", n)
	}
}

// Two reviews may share a body only when they say the same. With the phrases
// pinned, what is left to tell bodies apart is what the reviews say.
func TestRealReviewsGetBodiesOfTheirOwn(t *testing.T) {
	all := realReviews(t)
	for _, c := range []struct {
		name  string
		w     *Writer
		least int
	}{{"free", New(), len(all)}, {"pinned", New(Pinned()), 500}} {
		texts, distinct := map[string]string{}, map[string]bool{}
		for _, r := range all {
			b, key := body(t, c.w, r), r.Title+"\n"+r.Text
			distinct[b] = true
			if other, ok := texts[b]; ok && other != key && c.name == "free" {
				t.Errorf("two different reviews share a body; one is %s", r.ExternalID)
			}
			texts[b] = key
		}
		t.Logf("%s: %d distinct bodies of %d", c.name, len(distinct), len(all))
		if c.name == "pinned" && len(distinct) < c.least {
			t.Errorf("pinned: %d distinct bodies, want at least %d", len(distinct), c.least)
		}
	}
}

// BenchmarkVariety prints what the tests above hold: how many different bodies
// the real reviews get, with the choice of phrases free and pinned.
func BenchmarkVariety(b *testing.B) {
	all := realReviews(b)
	var free, pinned, alone int
	for b.Loop() {
		free, pinned = different(b, New(), all), different(b, New(Pinned()), all)
		alone = different(b, New(Pinned()), worded(all))
	}
	b.ReportMetric(float64(len(all)), "reviews")
	b.ReportMetric(float64(free), "bodies")
	b.ReportMetric(float64(pinned), "bodies-pinned")
	b.ReportMetric(float64(alone), "bodies-pinned-words-alone")
}

func different(tb testing.TB, w *Writer, all []review.Review) int {
	bodies := map[string]bool{}
	for _, r := range all {
		bodies[body(tb, w, r)] = true
	}
	return len(bodies)
}

// worded leaves nothing of the reviews but their words.
func worded(all []review.Review) []review.Review {
	bare := []review.Review{}
	for _, r := range all {
		bare = append(bare, review.Review{Title: r.Title, Text: r.Text})
	}
	return bare
}
