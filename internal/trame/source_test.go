package trame

import (
	"strings"
	"testing"

	"ecritoire/internal/review"
)

var sheets = []review.Passage{
	{Sheet: "F1", Title: "Prime d’activité", URL: "https://exemple.invalid/F1", Date: "2020-03-12", Text: "Vous y avez droit si vous travaillez."},
	{Sheet: "F1", Title: "Prime d’activité", URL: "https://exemple.invalid/F1", Date: "2020-03-12", Text: "Il faut la demander."},
	{Sheet: "F2", Title: "Recours contre une décision", URL: "https://exemple.invalid/F2", Date: "2019-08-01"},
}

// A sheet is cited by title, address and date; the second best where there is
// room; what it says never.
func TestSheetsAreCited(t *testing.T) {
	first := []string{"la fiche «\u00a0Prime d’activité\u00a0»", "https://exemple.invalid/F1", "vérifiée le 12 mars 2020"}
	second := []string{"«\u00a0Recours contre une décision\u00a0»", "https://exemple.invalid/F2", "1er août 2019"}
	for _, c := range []struct {
		wish        review.Wish
		want, never []string
	}{
		{review.Wish{}, first, second},
		{review.Wish{Length: review.LengthShort}, first, second},
		{review.Wish{Length: review.LengthLong}, append(first, second...), nil},
		{review.Wish{Precise: true}, first, second}, // the points named leave no room
		{review.Wish{Precise: true, Length: review.LengthLong}, append(first, second...), nil},
	} {
		b := written(t, New(), review.Assignment{Review: fictitious[1].review, Sources: sheets, Wish: c.wish})
		sound(t, b, promised[c.wish.Length])
		for _, want := range c.want {
			if strings.Count(b, want) != 1 {
				t.Errorf("%+v: %q does not stand once in %s", c.wish, want, b)
			}
		}
		for _, never := range append(c.never, "avez droit", "demander") {
			if strings.Contains(b, never) {
				t.Errorf("%+v: %q stands in %s", c.wish, never, b)
			}
		}
	}
}

func TestSheetWithoutDateSaysSo(t *testing.T) {
	b := written(t, New(), review.Assignment{Review: fictitious[1].review, Sources: []review.Passage{{Title: "Sans date"}}})
	if !strings.Contains(b, "dont nous ne connaissons pas la date de vérification") || strings.Contains(b, "(") {
		t.Error(b)
	}
}

// A pleased author who asks nothing is sent no sheet, unless the reply is to
// be precise.
func TestPleasedAuthorsAreSentNoSheet(t *testing.T) {
	for wish, want := range map[review.Wish]bool{{}: false, {Length: review.LengthLong}: false, {Precise: true}: true} {
		b := written(t, New(), review.Assignment{Review: fictitious[0].review, Sources: sheets, Wish: wish})
		if strings.Contains(b, "fiche") != want {
			t.Errorf("%+v: %s", wish, b)
		}
	}
}

func TestEnglishSheet(t *testing.T) {
	b := written(t, New(), review.Assignment{Review: englishReviews[1], Sources: sheets})
	for _, want := range []string{"“Prime d’activité”", "https://exemple.invalid/F1", "last checked on 12 March 2020", "in French"} {
		if !strings.Contains(b, want) {
			t.Errorf("%q is not in %s", want, b)
		}
	}
}

// What the service forbids is left out: another phrase takes its place, or
// none.
func TestForbiddenWordsAreAvoided(t *testing.T) {
	words := []string{"Témoignage", "regrettons", "impatience", "dossier", "desoles", "nous relevons"}
	for i, r := range realReviews(t) {
		if i%7 != 0 {
			continue
		}
		b := written(t, New(), review.Assignment{Review: r, Service: review.Service{Forbidden: words}})
		for _, word := range words {
			if strings.Contains(spelled(b), spelled(word)) {
				t.Errorf("%s: %q stands in %s", r.ExternalID, word, b)
			}
		}
		if b == "" {
			t.Errorf("%s: nothing is left", r.ExternalID)
		}
	}
}

// A question that no sheet answers is told so, and sent to the service.
func TestQuestionWithoutSheet(t *testing.T) {
	question := fictitious[len(fictitious)-1].review
	if b := body(t, New(), question); !strings.Contains(b, "Nous n’avons pas ici d’information vérifiée") || !strings.Contains(b, "service") {
		t.Error(b)
	}
	b := written(t, New(), review.Assignment{Review: question, Sources: sheets})
	if strings.Contains(b, "Nous n’avons pas ici") || !strings.Contains(b, "https://exemple.invalid/F1") {
		t.Error(b)
	}
}
