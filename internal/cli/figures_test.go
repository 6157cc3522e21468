package cli

import (
	"strings"
	"testing"

	"ecritoire/internal/desk"
	"ecritoire/internal/review"
)

// TestFiguresAgree: one draft is "modifié", two are "modifiés", and a line
// says how much of what a writer drafted the agents wrote anew.
func TestFiguresAgree(t *testing.T) {
	said, changed, kept := strings.Builder{}, .74, .2
	p := &program{}
	p.Out, p.Language = &said, review.French
	d := desk.DraftFigures{Writer: review.WriterTrame, Edited: 1, Rejected: 2, MeanChange: &changed, MedianKept: &kept}
	d.Changes.More = 1
	if err := p.draftLine(d); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"0 envoyé tel quel, 1 modifié, 2 rejetés", "part réécrite par les agents\u00a0: 74", "médiane\u00a0: 20\u00a0% (n = 1)\u202f; 1 réécrit à plus de 50\u00a0%"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%q is not in %q", want, said.String())
		}
	}
}
