package reading

import "testing"

// A comma at the end of a line goes on with the next; anything else ends the
// sentence with the line, as lists and signatures want it.
func TestLinesThatGoOn(t *testing.T) {
	for text, want := range map[string]int{
		"Semaine après semaine,\nde simples rendez-vous":    1,
		"Semaine après semaine, \r\nde simples rendez-vous": 1,
		"Bon accueil\nMerci pour votre aide":                2,
		"- le site\n- le guichet":                           2,
		",\n":                                               1,
		"\n\n":                                              0,
	} {
		if got := len(Sentences(text)); got != want {
			t.Errorf("%q: %d sentences, want %d", text, got, want)
		}
	}
}
