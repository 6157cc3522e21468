package cli

import (
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// TestFiguresAgree: one draft is "modifié", two are "modifiés", and a line
// says how much of what a writer drafted the agents wrote anew.
func TestFiguresAgree(t *testing.T) {
	p, changed := &program{}, .74
	p.Language = review.French
	one := p.draftLine(review.WriterTrame, 0, 1, 2, &changed)
	if !strings.Contains(one, "0 envoyé tel quel, 1 modifié, 2 rejetés") || !strings.Contains(one, "part réécrite par les agents\u00a0: 74") {
		t.Errorf("%q", one)
	}
}
