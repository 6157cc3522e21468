package reading

import (
	"testing"
	"unicode/utf8"
)

func TestFacts(t *testing.T) {
	tests := []struct {
		text string
		kind FactKind
		norm string
	}{
		{"Il faut payer 2 000 € ici", FactAmount, "2000"},
		{"2\u00a0000 euros", FactAmount, "2000"},
		{"deux mille euros", FactAmount, "2000"},
		{"2.000€", FactAmount, "2000"},
		{"86,40 €", FactAmount, "86.40"},
		{"1.250,50 euros", FactAmount, "1250.50"},
		{"quatre-vingt-dix-sept euros", FactAmount, "97"},
		{"vingt et un euros", FactAmount, "21"},
		{"deux cent trente et un euros", FactAmount, "231"},
		{"mille cinq cents euros", FactAmount, "1500"},
		{"dossier 2026 100 euros", FactAmount, "100"},
		{"30 %", FactPercent, "30"},
		{"trente pour cent", FactPercent, "30"},
		{"sous trois jours", FactDelay, "3 jour"},
		{"sous 3 jours ouvrés", FactDelay, "3 jour"},
		{"en 48 h", FactDelay, "2 jour"},
		{"quinze jours", FactDelay, "2 semaine"},
		{"deux semaines", FactDelay, "2 semaine"},
		{"une semaine", FactDelay, "1 semaine"},
		{"12 mois", FactDelay, "1 an"},
		{"une heure debout", FactDelay, "1 heure"},
		{"2 h d’attente", FactDelay, "2 heure"},
		{"une attente de 2 heures", FactDelay, "2 heure"},
		{"à 2 heures de route", FactDelay, "2 heure"},
		{"dès 14h", FactHour, "14:00"},
		{"le 12 juin", FactDate, "-06-12"},
		{"le douze juin 2026", FactDate, "2026-06-12"},
		{"le 1er août 2025", FactDate, "2025-08-01"},
		{"le 12/06/2026.", FactDate, "2026-06-12"},
		{"le 12/06", FactDate, "-06-12"},
		{"le 12.06.26", FactDate, "2026-06-12"},
		{"2026-06-12", FactDate, "2026-06-12"},
		{"en septembre", FactDate, "-09-"},
		{"depuis 2024", FactDate, "2024--"},
		{"juin 2026", FactDate, "2026-06-"},
		{"de 9 h", FactHour, "09:00"},
		{"à 9h30", FactHour, "09:30"},
		{"09:30", FactHour, "09:30"},
		{"à 9 heures", FactHour, "09:00"},
		{"à 14 h 15", FactHour, "14:15"},
		{"jusqu’à midi", FactHour, "12:00"},
		{"ouvert 24h/24", FactHour, "24/24"},
		{"au 04 76 00 11 22", FactPhone, "0476001122"},
		{"au 04.76.00.11.22", FactPhone, "0476001122"},
		{"+33 (0)4 76 00 11 22", FactPhone, "0476001122"},
		{"+33 4 76 00 11 22.", FactPhone, "0476001122"},
		{"+262 262 12 34 56", FactPhone, "0262123456"},
		{"Appelez le 3939", FactPhone, "3939"},
		{"mairie@valbourg.example", FactEmail, "mairie@valbourg.example"},
		{"https://www.valbourg.example/etat-civil/.", FactURL, "valbourg.example/etat-civil"},
		{"sur service-public.fr,", FactURL, "service-public.fr"},
		{"l’article L. 114-5 du code", FactArticle, "l114-5"},
		{"art. R113-2", FactArticle, "r113-2"},
		{"la loi n° 2000-321", FactArticle, "loi 2000-321"},
		{"L. 114-5", FactArticle, "l114-5"},
		{"l’article premier", FactArticle, "1"},
		{"article 12 bis", FactArticle, "12bis"},
		{"le code de la sécurité sociale", FactArticle, "code de la securite"},
		{"le règlement (UE) 2016/679", FactArticle, "reglement 2016/679"},
		{"au 36 46", FactPhone, "3646"},
		{"Contactez le 3949.", FactPhone, "3949"},
		{"au 116 006", FactPhone, "116006"},
		{"0262 12 34 56", FactPhone, "0262123456"},
		{"(01) 99 00 11 22", FactPhone, "0199001122"},
		{"+41 22 123 45 67", FactPhone, "0041221234567"},
		{"contact (at) mairie.fr", FactEmail, "contact@mairie.fr"},
		{"sur valbourg point fr", FactURL, "valbourg.fr"},
		{"http://192.168.0.1/x", FactURL, "192.168.0.1/x"},
		{"bit.ly/3xyz", FactURL, "bit.ly/3xyz"},
		{"@valbourg", FactURL, "@valbourg"},
		{"€50", FactAmount, "50"},
		{"12 € 50", FactAmount, "12.50"},
		{"12 euros et 50 centimes", FactAmount, "12.50"},
		{"50 centimes", FactAmount, "0.50"},
		{"1,2 million d’euros", FactAmount, "1200000"},
		{"une centaine d’euros", FactAmount, "100"},
		{"neuf usagers sur dix", FactPercent, "90"},
		{"trois quarts", FactPercent, "75"},
		{"trois quarts d’heure", FactDelay, "45 minute"},
		{"un mois et demi", FactDelay, "1.5 mois"},
		{"une demi-heure", FactDelay, "30 minute"},
		{"un trimestre", FactDelay, "3 mois"},
		{"sous un jour", FactDelay, "1 jour"},
		{"une quinzaine de jours", FactDelay, "2 semaine"},
		{"17 heures 30", FactHour, "17:30"},
		{"à neuf heures", FactHour, "09:00"},
		{"7j/7", FactHour, "7/7"},
		{"le samedi matin", FactDay, "6"},
		{"du lundi au vendredi", FactDay, "12345"},
		{"mardi prochain", FactDay, "2+"},
		{"dès demain", FactDay, "demain"},
		{"sous huitaine", FactDay, "huitaine"},
		{"avant le 15.", FactDate, "--15"},
		{"sept. 2026", FactDate, "2026-09-"},
		{"au printemps 2027", FactDate, "2027-P-"},
		{"le 1ᵉʳ mars", FactDate, "-03-01"},
		{"cerfa n° 12100*02", FactForm, "12100"},
		{"formulaire 2042", FactForm, "2042"},
	}
	for _, tt := range tests {
		got := Facts(tt.text)
		if len(got) != 1 || got[0].Kind != tt.kind || got[0].Norm != tt.norm {
			t.Errorf("Facts(%q) = %+v, want one %s %q", tt.text, got, tt.kind, tt.norm)
		}
	}
}

func TestFactsSeesNone(t *testing.T) {
	for _, text := range []string{
		"Merci d’avoir pris le temps de nous écrire.",
		"Un jour, une personne du guichet 2 nous a reçus.",
		"Nous n’avons que deux agents.", "Il marche bien.Par contre je ne sais pas.",
		"Ma voisine de 81 ans", "On se mai te demande, mars attaque", "les points 1 et 2", "dix-huit pages",
		"Merci à vous deux", "le guichet 9", "mille mercis", "cent fois merci", "l’agent 007", "page 404", "covid-19", "1/2", "version 2.0",
		"", "«»", "+", "3", "h", "le 45/13", "99:99",
	} {
		if got := Facts(text); len(got) != 0 {
			t.Errorf("Facts(%q) = %+v, want none", text, got)
		}
	}
}

func TestFactIn(t *testing.T) {
	known := Facts("Demande du 12 juin, revenue en septembre 2025 ; voir service-public.fr/particuliers ou le 04 76 00 11 22 sous 15 jours. Attendu 2h debout")
	for text, want := range map[string]bool{
		"le 12 juin": true, "le 12 juin 2025": true, "le 12 juin 2019": false, "en juin": true, "en mai": false,
		"service-public.fr": true, "service-public.fr/autre": false, "+33476001122": true, "deux semaines": true, "trois semaines": false, "deux heures": true, "trois heures": false, "à 2 h": true,
	} {
		got := Facts(text)
		if len(got) != 1 || got[0].In(known) != want {
			t.Errorf("%q known: %v, want %v (%+v)", text, !want, want, got)
		}
	}
}

func TestFlattenKeepsCodePoints(t *testing.T) {
	text := "L’été à Œuf — 5\u00a0€ 😀 تأخير ⟦X⟧\n"
	flat := Flatten(text)
	if len(flat) != utf8.RuneCountInString(text) {
		t.Fatalf("%d bytes for %d code points", len(flat), utf8.RuneCountInString(text))
	}
	if want := "L'ete a Ouf - 5 \x01 \x1f \x1e\x1e\x1e\x1e\x1e \x03X\x04\n"; flat != want {
		t.Errorf("Flatten = %q, want %q", flat, want)
	}
}

func FuzzFacts(f *testing.F) {
	for _, s := range []string{"le 12 juin 2026 à 9 h", "+33 4", "a@b.fr", "0000-00-00", "\xff\xfe5 €", "deux mille cent", "1.250,5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n, last := utf8.RuneCountInString(text), 0
		for _, fact := range Facts(text) {
			if fact.Start < last || fact.End <= fact.Start || fact.End > n || fact.Norm == "" {
				t.Fatalf("bad fact %+v in %q", fact, text)
			}
			last = fact.End
		}
	})
}

func BenchmarkFacts(b *testing.B) {
	text := "Vous avez déposé votre demande le 12 juin et trois semaines vous avaient été annoncées. Le service répond au 04 76 00 11 22, de 9 h à 12 h, ou sur www.valbourg.example. Le timbre coûte 25 €."
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Facts(text)
	}
}
