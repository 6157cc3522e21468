package desk

import (
	"slices"
	"testing"

	"ecritoire/internal/review"
)

// Retention is written as agents say it, or by the codes of the verbs.
func TestClocks(t *testing.T) {
	var got []review.Clock
	want := []review.Clock{{State: review.Exported, Months: 24}, {Source: "google", State: review.Dismissed, Months: 6}, {State: review.New, Months: 12}}
	if !setClocks(&got, "exporté 24\n\ngoogle Écarté 6\nnew 12") || !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	for _, bad := range []string{"exporté", "exporté zéro", "exporté 0", "gogle écarté 6", "perdu 3", "google écarté 6 mois"} {
		if setClocks(&got, bad) {
			t.Errorf("%q was taken", bad)
		}
	}
}
