package trame

import (
	"strings"
	"testing"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// A body that handles few matters is not spoken to of another.
func TestMattersOfAnotherBodyAreLeftOut(t *testing.T) {
	for _, c := range []struct {
		body string
		text string
		want reading.Subject
	}{
		{"ANTAI", "Ma carte grise est à deux noms. Ma carte grise le dit. Une amende est venue, puis cette amende a suivi une autre amende.", "fine"},
		{"Préfecture", "Je dépose une demande de naturalisation. Mes avis d’imposition, mes impôts, encore mes impôts et mes avis d’imposition sont exigés.", "naturalisation"},
		{"CAF", "Mon titre de séjour est valable. J’attends.", ""},
		{"Préfecture", "Mon titre de séjour est valable. J’attends.", "residence_permit"},
		{"", "Mon titre de séjour est valable. J’attends.", "residence_permit"},
	} {
		r := review.Review{Text: c.text, Typologies: []review.Typology{{Name: c.body}}}
		if got := within(reading.Analyse(r), r).Subject; got != c.want {
			t.Errorf("%s: %q is about %q, want %q", c.body, c.text, got, c.want)
		}
	}
}

// The families named for a body are those of the subjects.
func TestFamiliesOfBodiesExist(t *testing.T) {
	known := map[string]bool{}
	for _, m := range matters {
		known[m.family] = true
	}
	for body, fields := range places {
		for _, families := range fields[1:] {
			for family := range strings.FieldsSeq(families) {
				if !known[family] {
					t.Errorf("%s: no subject is of the family %q", body, family)
				}
			}
		}
	}
}

func TestLastingBeyondAnHour(t *testing.T) {
	for _, c := range []struct {
		minutes         int
		french, english string
	}{
		{90, "une heure et demie", "an hour and a half"},
		{150, "deux heures et demie", "two and a half hours"},
		{75, "plus d’une heure", "more than one hour"},
	} {
		d := reading.Duration{Count: c.minutes, Unit: reading.Minutes}
		if fr, en := lasting(d), lastingEnglish(d); fr != c.french || en != c.english {
			t.Errorf("%d minutes: %q, %q; want %q, %q", c.minutes, fr, en, c.french, c.english)
		}
	}
}
