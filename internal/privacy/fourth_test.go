package privacy

import (
	"strings"
	"testing"
)

// The fourth planter takes the third one's phrases and lets the pen slip in the
// word that leads to the number: "alocataire", "passeprot".

// fourthFloor is the recall with a slip in the one word that says what a
// number is: now and then the slip makes another word of it.
const fourthFloor = .9

func plantFourth(tb testing.TB, seed uint64) []planted {
	g := newGenerator(tb, seed)
	texts, all := baseTexts(tb), []planted{}
	for _, c := range thirdNumbers {
		phrases := slippery(c.phrases)
		if len(phrases) == 0 {
			continue
		}
		slipped := c
		for range thirdEach {
			slipped.phrases = []string{g.penSlip(pick(g, phrases...))}
			all = append(all, g.plantThird(texts[g.IntN(len(texts))], slipped))
		}
	}
	return all
}

// slippery are the phrases in which a word of six letters or more leads to the
// data.
func slippery(phrases []string) []string {
	kept := []string{}
	for _, phrase := range phrases {
		if longest(phrase) != "" {
			kept = append(kept, phrase)
		}
	}
	return kept
}

func longest(phrase string) string {
	best := ""
	for _, w := range strings.FieldsFunc(phrase, func(r rune) bool { return r > 0x7f || !isLetter(byte(r)) }) {
		if lower := strings.ToLower(w); len(w) >= 6 && len(w) > len(best) && len(leadWords()[lower]) > 0 {
			best = w
		}
	}
	return best
}

// penSlip lets a letter go, come twice, change places or be another.
func (g *generator) penSlip(phrase string) string {
	w := longest(phrase)
	i := 1 + g.IntN(len(w)-2)
	worn := []string{w[:i] + w[i+1:], w[:i+1] + w[i:], w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:], w[:i] + "o" + w[i+1:]}
	return strings.Replace(phrase, w, pick(g, worn...), 1)
}

func TestPlantedFourth(t *testing.T) {
	all := plantFourth(t, 23)
	if len(all) < 1000 {
		t.Fatalf("only %d cases", len(all))
	}
	for row, s := range measure(t, all, func(planted, []Span) {}) {
		t.Logf("%s: recall %.3f of %d", row, s.recall(), s.cases)
		if s.recall() < fourthFloor {
			t.Errorf("%s: recall %.3f of %d with a slip of the pen, the floor is %.2f", row, s.recall(), s.cases, fourthFloor)
		}
	}
}

// TestUnseenForms holds forms that a planter by somebody who had not read the
// rules brought, and that they missed. Every datum is invented.
func TestUnseenForms(t *testing.T) {
	for _, tt := range []struct{ text, kind, want string }{
		{"mon numero alocataire 5063604D", CAF, "5063604D"},
		{"mon dosiser n° AFF-2017-252303 attend", Case, "AFF-2017-252303"},
		{"pasport n° 12AB34567", Passport, "12AB34567"},
		{"NEHP 930231077986", Licence, "930231077986"},
		{"ma date de naisssance est le 20/06/53", Birthdate, "20/06/53"},
		{"CAF n° 41776846", CAF, "41776846"},
		{"permis de conduire n° 75122A405136", Licence, "75122A405136"},
		{"carte de séjour UX7869644", Foreigner, "UX7869644"},
		{"CNI n° X2J 140 7H3", IDCard, "X2J 140 7H3"},
		{"voici : 2 24 01 10 085 812 merci", NIR, "2 24 01 10 085 812"},
		{"n° sécu l 97 07 28 154 463 43", NIR, "l 97 07 28 154 463 43"},
		{"code banque 30004 code guichet 11810 compte 08990142362 clé 20", IBAN, "30004 code guichet 11810 compte 08990142362 clé 20"},
		{"Banque : 20041\nGuichet : 65155\nCompte : 27142021170\nClé : 62", IBAN, "20041\nGuichet : 65155\nCompte : 27142021170\nClé : 62"},
		{"appelez-moi au zéro six vingt-deux trente-quatre cinquante zéro huit", Phone, "zéro six vingt-deux trente-quatre cinquante zéro huit"},
		{"née le vingt-cinq janvier mille neuf cent soixante-deux à Lille", Birthdate, "vingt-cinq janvier mille neuf cent soixante-deux"},
		{"je suis ne a Oran le 09.05.1956", Birthdate, "09.05.1956"},
		{"écrire à lea.talec＠courriel.example", Email, "lea.talec＠courriel.example"},
		{"mon mail lea.talec\n@courriel.example", Email, "lea.talec\n@courriel.example"},
		{"mail lea point talec arobase courriel point fr", Email, "lea point talec arobase courriel point fr"},
		{"j’habite rue Simone Veil à Bordeaux", Address, "rue Simone Veil à Bordeaux"},
		{"je demeure à Rodez (12000)", Address, "Rodez (12000)"},
		{"j’ai déménagé au 01000 Bourg-en-Bresse", Address, "01000 Bourg-en-Bresse"},
		{"12 aveneu Jean Jaurès", Address, "12 aveneu Jean Jaurès"},
		{"Résidence Bellevue, bât 2 appt 67", Address, "Résidence Bellevue, bât 2 appt 67"},
		{"36 rue Pasteur, 3e étage", Address, "36 rue Pasteur, 3e étage"},
		{"chez moi, 31 rampe Élise Deroche", Address, "31 rampe Élise Deroche"},
		{"Voilà. MERCI A JÉRÔME TALEGUEN POUR SON AIDE", Person, "JÉRÔME TALEGUEN"},
		{"Lucien Vourc'h a traité ma demande", Person, "Lucien Vourc'h"},
		{"Civilité : Mme, Taleguen", Person, "Mme, Taleguen"},
		{"madamme Taleguen est là", Person, "madamme Taleguen"},
	} {
		if got := Detect(tt.text); len(got) != 1 || got[0].Kind != tt.kind || got[0].Text != tt.want {
			t.Errorf("Detect(%q) = %+v, want %s %q", tt.text, got, tt.kind, tt.want)
		}
	}
	if got := Detect("Mme Taleguen m’a reçue. Ensuite taleguen a tout réglé, bravo TALEGUEN !"); len(got) != 3 {
		t.Errorf("a name said three times, got %+v", got)
	}
	if got := Detect("Mille mercis à Thierno, Julie et Wiktor du service"); len(got) != 3 {
		t.Errorf("three people named in one breath, got %+v", got)
	}
}
