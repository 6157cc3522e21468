package prompt

import (
	"errors"
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// everything asks for a prompt in which all parts are filled.
func everything() Request {
	return Request{Review: longWait(), Service: townHall(), Passages: sheets(),
		Examples: []review.Example{{Said: "Trop long.", Body: "Merci de votre patience."}, {Said: "Personne.", Body: "Le standard a repris."}},
		Points:   []string{"J’attends depuis deux mois.", "Personne ne répond au téléphone."},
		Wish:     review.Wish{Length: review.LengthShort, Warmer: true, Precise: true},
		Again:    []string{"Ne promettez pas de délai."}}
}

// wordsOf counts a token for each word: simple enough to reckon with.
func wordsOf(text string) int { return len(strings.Fields(text)) }

func TestLayGolden(t *testing.T) {
	q := everything()
	q.Service.Tutoring = "Merci de nous avoir écrit.\n\nVotre mot a fait plaisir à l’équipe."
	p := lay(t, q)
	golden(t, "system-full", p.System)
	golden(t, "user-full", p.User)
	english := lay(t, Request{Review: review.Review{Text: "I have been waiting for two months and the phone is never answered."}, Wish: review.Wish{Length: review.LengthLong}})
	golden(t, "user-english", english.User)
}

// TestSacrifice takes one token of room after the other away: what goes must
// go in the order that Lay promises, and never unseen.
func TestSacrifice(t *testing.T) {
	q := everything()
	q.Count = wordsOf
	q.Review.Text = strings.Repeat("Un mot après l’autre. ", 100)
	whole := lay(t, q)
	if whole.Omitted.Examples+whole.Omitted.ReviewRunes+len(whole.Omitted.Passages) != 0 || whole.Tokens != whole.Stable+wordsOf(whole.User) || whole.Stable != wordsOf(whole.System)+chatTokens {
		t.Fatalf("with all the room: %d tokens, %+v", whole.Tokens, whole.Omitted)
	}
	last, most := whole.Omitted, 0
	for q.Room = whole.Tokens; ; q.Room-- {
		laid, err := Lay(q)
		if errors.Is(err, ErrNoRoom) {
			break
		}
		if err != nil || laid.Tokens > q.Room {
			t.Fatalf("%d tokens in a room of %d, %v", laid.Tokens, q.Room, err)
		}
		o := laid.Omitted
		if o.Examples < last.Examples || len(o.Passages) < len(last.Passages) || o.ReviewRunes+100 < last.ReviewRunes {
			t.Fatalf("room %d: %+v after %+v", q.Room, o, last)
		}
		if len(o.Passages) > 0 && o.Examples < 2 || o.ReviewRunes > 0 && len(o.Passages) < 2 {
			t.Fatalf("room %d: the wrong order: %+v", q.Room, o)
		}
		if strings.Contains(laid.User, "trop long") != (o.ReviewRunes > 0) || strings.Count(laid.User, "<exemple>") != 2-o.Examples || strings.Count(laid.User, "<fiche>") != 2-len(o.Passages) {
			t.Fatalf("room %d: the prompt does not show %+v", q.Room, o)
		}
		if laid.System != whole.System {
			t.Fatal("the stable part was touched")
		}
		last, most = o, max(most, o.ReviewRunes)
	}
	if last.Examples != 2 || len(last.Passages) != 2 || last.Passages[0].Sheet != "F1" || most < 1500 {
		t.Errorf("before there was no room: %+v", last)
	}
}

func TestTheLastExampleGoesFirst(t *testing.T) {
	q := everything()
	q.Examples[1].Body = strings.Repeat("é", MaxExamples)
	laid := lay(t, q)
	if laid.Omitted.Examples != 1 || !strings.Contains(laid.User, q.Examples[0].Body) {
		t.Errorf("left out: %+v", laid.Omitted)
	}
}

func TestEstimate(t *testing.T) {
	for text, want := range map[string]int{"": 0, "é": 1, "abc": 1, "abcd": 2, strings.Repeat("é", 33): 10, strings.Repeat("é", 34): 11} {
		if got := estimate(text); got != want {
			t.Errorf("%d runes: %d tokens, want %d", runes(text), got, want)
		}
	}
}

func TestTheReplyIsInTheAuthorsLanguage(t *testing.T) {
	for text, order := range map[string]string{
		"I have been waiting for the card and nobody is there to help me.":        "Répondez en anglais",
		"He estado esperando mi tarjeta desde hace dos meses y nadie me contesta": "dans la langue de l’avis",
		"J’attends ma carte depuis deux mois et personne ne me répond.":           "", "ok": "",
	} {
		q := Request{Review: review.Review{Text: text}}
		if got := lay(t, q).User; order == "" && strings.Contains(got, "Langue") || !strings.Contains(got, order) {
			t.Errorf("%q: %s", text, got)
		}
		q.Wish.French = true
		if strings.Contains(lay(t, q).User, "Langue") {
			t.Errorf("%q: not in French though it was wished", text)
		}
	}
}

func TestPointsAreFewAndShort(t *testing.T) {
	q := Request{Points: []string{" ", strings.Repeat("mot ", maxPoint)}}
	for range maxPoints {
		q.Points = append(q.Points, "Un point.")
	}
	got := lay(t, q).User
	list := got[strings.Index(got, "<points>"):strings.Index(got, "</points>")]
	if strings.Count(list, "\n- ") != maxPoints || runes(list) > maxPoint+20*maxPoints || !strings.Contains(list, "mot …") {
		t.Errorf("the list is %s", list)
	}
}

func BenchmarkLayInATightRoom(b *testing.B) {
	q := everything()
	q.Review.Text = strings.Repeat("Un mot après l’autre. ", 200)
	q.Room = lay(b, q).Tokens - 500
	for b.Loop() {
		if laid := lay(b, q); laid.Omitted.ReviewRunes == 0 {
			b.Fatal("nothing was cut")
		}
	}
}
