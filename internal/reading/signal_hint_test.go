package reading

import (
	"os"
	"strings"
	"testing"
)

// TestHintsAreHeard: danger that is only hinted at, as the rules know it. They
// were mended by these very sentences: of ones that they never saw, nine in ten
// still escape, which is why the guide says to read every review.
func TestHintsAreHeard(t *testing.T) {
	heard, all := 0, linesOf(t, "testdata/oblique.txt")
	for _, text := range all {
		if len(alarms(text)) > 0 {
			heard++
		} else {
			t.Logf("not heard: %s", text)
		}
	}
	if heard*10 < len(all)*9 {
		t.Errorf("%d of %d hints heard, want 9 in 10", heard, len(all))
	}
}

// TestHintsCryNoWolf: the same words where there is no danger.
func TestHintsCryNoWolf(t *testing.T) {
	rung, all := 0, linesOf(t, "testdata/calm.txt")
	for _, text := range all {
		if found := alarms(text); len(found) > 0 {
			rung++
			t.Logf("%v in: %s", found, text)
		}
	}
	if rung > 2 {
		t.Errorf("%d of %d calm sentences alarm", rung, len(all))
	}
}

func linesOf(t *testing.T, path string) []string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// TestPhrasesInParts: a class, what must stand near and what must not.
func TestPhrasesInParts(t *testing.T) {
	lex := readLexicon(": drop pont/viaduc\n: place <drop>/quai\n= danger\n! merci\nregarde .. <place> & nuit")
	for text, want := range map[string]bool{
		"Je regarde le pont chaque nuit.": true, "La nuit, je regarde le quai.": true,
		"Je regarde le pont.": false, "Je regarde la nuit.": false, "Merci, la nuit je regarde le viaduc.": false,
	} {
		if got := len(lex.find(words(text, 0))) > 0; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
