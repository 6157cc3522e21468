package trame

import (
	"testing"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

func TestContractions(t *testing.T) {
	for _, c := range []struct{ noun, of, to, yours string }{
		{"le consulat", "du consulat", "au consulat", "le consulat"},
		{"les élections", "des élections", "aux élections", "les élections"},
		{"la mairie", "de la mairie", "à la mairie", "la mairie"},
		{"l’ambassade", "de l’ambassade", "à l’ambassade", "l’ambassade"},
		{"un acte", "d’un acte", "à un acte", "votre acte"},
		{"une amende", "d’une amende", "à une amende", "votre amende"},
		{"des impôts", "d’impôts", "à des impôts", "vos impôts"},
		{"votre passeport", "de votre passeport", "à votre passeport", "votre passeport"},
	} {
		if of(c.noun) != c.of || to(c.noun) != c.to || yours(c.noun) != c.yours {
			t.Errorf("%s: %s, %s, %s", c.noun, of(c.noun), to(c.noun), yours(c.noun))
		}
	}
}

func TestLasting(t *testing.T) {
	for d, want := range map[reading.Duration]string{
		{}: "", {Count: 3, Unit: reading.Months}: "trois mois", {Count: 0, Unit: reading.Weeks}: "plusieurs semaines", {Count: 1, Unit: reading.Years}: "un an",
		{Count: 1, Unit: reading.Hours}: "une heure", {Count: 45, Unit: reading.Minutes}: "", {Count: 20, Unit: reading.Days}: "plusieurs semaines", {Count: 0, Unit: reading.Years}: "plusieurs années", {Count: 12, Unit: reading.Months}: "douze mois",
	} {
		if got := lasting(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

func TestDay(t *testing.T) {
	for date, want := range map[string]string{"2020-11-12": "12 novembre 2020", "2024-08-01": "1er août 2024", "": "", "hier": ""} {
		if got := day(date); got != want {
			t.Errorf("%q: %q, want %q", date, got, want)
		}
	}
}

func TestFill(t *testing.T) {
	s := slots{"org": "le Crous", "gap": ""}
	for phrase, want := range map[string]string{
		"Voir[ {org}].": "Voir le Crous.", "Voir[ {gap}].": "Voir.", "Voir [{gap}|ailleurs].": "Voir ailleurs.", "Voir[ {org} et {gap}| tout].": "Voir tout.", "Suggérer de {org}, de ouvrir.": "Suggérer de le Crous, d’ouvrir.",
	} {
		if got := s.fill(phrase); got != want {
			t.Errorf("%q: %q, want %q", phrase, got, want)
		}
	}
}

func TestPlace(t *testing.T) {
	for _, c := range []struct{ structure, typology, want string }{
		{"Consulat Général de France à Londres", "Réseau consulaire", "le consulat général de France à Londres"},
		{"Ambassade de France en Allemagne", "", "l’ambassade de France en Allemagne"},
		{"Préfecture de l'Isère", "", "la préfecture de l’Isère"},
		{"Hors-structures", "CAF", "la caisse d’allocations familiales"},
		{"CARSAT NORD EST", "", "la caisse de retraite"},
		{"Mairie d'Aubenas", "", "la mairie d’Aubenas"},
		{"Cabinet Durand 06 12 34 56 78", "", ""},
		{"Mairie Durand", "", "la mairie"},
		{"", "Type inconnu", ""},
	} {
		r := review.Review{Structures: []review.Structure{{Name: c.structure}}, Typologies: []review.Typology{{Name: c.typology}}}
		if got := place(r); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.structure, c.typology, got, c.want)
		}
	}
}
