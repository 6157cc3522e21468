package desk_test

import (
	"slices"
	"testing"

	"ecritoire/internal/desk"
	"ecritoire/internal/intake"
	"ecritoire/internal/reading"
)

// TestTheSamplesTrapsAreSeen: the bundled queue holds one review of distress,
// one insult, two orders to a model, and reviews in other languages; each must
// be told to the agent, and nothing else may cry wolf.
func TestTheSamplesTrapsAreSeen(t *testing.T) {
	urgent, insulting, ordering, foreign := []string{}, []string{}, []string{}, []string{}
	f, err := intake.Sample()
	if err != nil {
		t.Fatal(err)
	}
	for row, err := range f.Rows() {
		if err != nil || row.Rejected != nil {
			t.Fatalf("%v, %+v", err, row.Rejected)
		}
		a := reading.Analyse(row.Review)
		s := a.Signals
		if a.Language == reading.English || a.Language == reading.Other {
			foreign = append(foreign, row.Review.ExternalID)
		}
		if len(s.Urgent) > 0 {
			urgent = append(urgent, row.Review.ExternalID)
		}
		if len(s.Insult) > 0 {
			insulting = append(insulting, row.Review.ExternalID)
		}
		if len(s.Order) > 0 {
			ordering = append(ordering, row.Review.ExternalID)
		}
	}
	for kind, c := range map[string]struct{ got, want []string }{
		desk.Urgent: {urgent, []string{"9000018"}}, "insult": {insulting, []string{"9000012"}}, "order": {ordering, []string{"9000013", "9000029"}},
		"language": {foreign, []string{"9000015", "9000016"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %v, want %v", kind, c.got, c.want)
		}
	}
}
