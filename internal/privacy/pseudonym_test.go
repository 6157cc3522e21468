package privacy

import (
	"slices"
	"strings"
	"testing"
)

const letter = "Je suis Solène Marquefeuille, née le 14 juin 1984. Mme Durand m’a dit d’appeler le 06 39 98 12 34. Mme Durand n’écoute pas. ⟦PERSONNE_1⟧ non plus."

func TestPseudonymise(t *testing.T) {
	got, key := Pseudonymise(letter)
	want := "Je suis ⟦MADAME_1⟧, née le ⟦NAISSANCE_1⟧. ⟦MADAME_2⟧ m’a dit d’appeler le ⟦TELEPHONE_1⟧. ⟦MADAME_2⟧ n’écoute pas. ⟦SIGNE_1⟧PERSONNE_1⟦SIGNE_2⟧ non plus."
	if got != want {
		t.Errorf("Pseudonymise:\n%s\nwant\n%s", got, want)
	}
	if back, strange := key.Restore(got); back != letter || len(strange) != 0 {
		t.Errorf("Restore = %q, %v", back, strange)
	}
	if key.Len() != 6 {
		t.Errorf("%d data replaced, want 6", key.Len())
	}
}

func TestReplaceSharesTheKey(t *testing.T) {
	_, key := Pseudonymise(letter)
	if got := key.Replace("Plainte contre Mme Durand"); got != "Plainte contre ⟦MADAME_2⟧" {
		t.Errorf("Replace = %q", got)
	}
}

func TestRestoreTellsWhatIsStrange(t *testing.T) {
	_, key := Pseudonymise("Mme Durand m’a reçu.")
	tests := []struct {
		text, want string
		strange    []string
	}{
		{"⟦MADAME_1⟧ est là.", "Mme Durand est là.", []string{}},
		{"⟦MADAME_9⟧ est là.", "⟦MADAME_9⟧ est là.", []string{"⟦MADAME_9⟧"}},
		{"[MADAME_1] est là.", "[MADAME_1] est là.", []string{"[MADAME_1]"}},
		{"⟦Madame 1⟧ et ⟦MADAME_1⟧.", "⟦Madame 1⟧ et Mme Durand.", []string{"⟦Madame 1⟧"}},
		{"⟦MADAME_1 est là.", "⟦MADAME_1 est là.", []string{"⟦MADAME_1"}},
		{"Une madame sur 3, (carte 2).", "Une madame sur 3, (carte 2).", []string{}},
		{"[PERSONNES_2] et {MONSIEUR 3}.", "[PERSONNES_2] et {MONSIEUR 3}.", []string{"[PERSONNES_2]", "{MONSIEUR 3}"}},
		{"Rien.", "Rien.", []string{}},
	}
	for _, tt := range tests {
		if got, strange := key.Restore(tt.text); got != tt.want || !slices.Equal(strange, tt.strange) {
			t.Errorf("Restore(%q) = %q, %q", tt.text, got, strange)
		}
	}
	if got, strange := (Key{}).Restore("⟦X⟧"); got != "⟦X⟧" || len(strange) == 0 {
		t.Errorf("an empty key restored %q, %v", got, strange)
	}
}

func FuzzRoundTrip(f *testing.F) {
	for _, s := range []string{letter, "⟦", "⟧⟦MADAME_1⟧", "M. et Mme Talec", "\xffMme Durand\xff", "[PERSONNE_1]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		hidden, key := Pseudonymise(text)
		if back, _ := key.Restore(hidden); back != text {
			t.Fatalf("%q came back as %q through %q", text, back, hidden)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	text := strings.Repeat("J’ai déposé ma demande le 12 juin et personne ne répond au téléphone. Mme Durand m’a dit de venir au 3 rue des Lilas avec le dossier 2023-456789. ", 8)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Detect(text)
	}
}
