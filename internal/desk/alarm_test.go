package desk

import (
	"strings"
	"testing"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// TestEachDangerIsToldInItsOwnWords: who is threatened and who is in despair
// need different doors.
func TestEachDangerIsToldInItsOwnWords(t *testing.T) {
	for text, want := range map[string]struct{ holds, lacks string }{
		"Je vais me suicider.":                                                         {"3114", "L.\u00a0134-5"},
		"Je vais venir avec un couteau et planter un agent.":                           {"L.\u00a0134-5", "3919"},
		"Mon mari me frappe.":                                                          {"3919", "115"},
		"Nous n’avons plus rien à manger.":                                             {"115", "3919"},
		"Mon mari me frappe. Je vais venir avec un couteau et planter un agent.":       {"3919", "115"},
		"Je vais venir avec un couteau et planter un agent. Mon mari me frappe aussi.": {"L.\u00a0134-5", "115"},
	} {
		f := Dossier{Review: review.Review{Text: text}}
		f.read()
		if len(f.Notices) == 0 || f.Notices[0].Kind != Urgent {
			t.Fatalf("%q: no alarm", text)
		}
		fr := f.Notices[0].Message.FR
		if !strings.Contains(fr, want.holds) || strings.Contains(fr, want.lacks) || f.Notices[0].Message.EN == "" {
			t.Errorf("%q: told %q", text, fr)
		}
	}
}

// TestNoDangerIsWithoutWords: every kind of urgent signal has its sentence.
func TestNoDangerIsWithoutWords(t *testing.T) {
	for _, kind := range []string{"distress", "threat", "self_harm", "violence"} {
		if n := alarmed([]reading.Signal{{Kind: kind}}); n.Message.FR == "" || n.Message.EN == "" {
			t.Errorf("no words for %s", kind)
		}
	}
}
