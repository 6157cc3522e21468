package privacy

import "testing"

func TestPersonLabel(t *testing.T) {
	tests := map[string]string{
		"Mme Durand": "MADAME", "mlle talec": "MADAME", "Madame\u00a0Le Goff": "MADAME", "M. DUPONT": "MONSIEUR", "monsieur jean-luc le goff": "MONSIEUR",
		"M. et Mme Talec": "PERSONNES", "Mesdames Talec et Durand": "PERSONNES", "Solène Marquefeuille": "MADAME", "TALEC Bernard": "MONSIEUR", "Jean-Marie Talec": "MONSIEUR",
		"Zénobrie Talec": "PERSONNE", "Dr Sylvie Talec": "MADAME", "Me Talec": "PERSONNE", "J. Talec": "PERSONNE", "": "PERSONNE", "吳": "PERSONNE",
	}
	for text, want := range tests {
		if got := personLabel(text); got != want {
			t.Errorf("personLabel(%q) = %s, want %s", text, got, want)
		}
	}
}
