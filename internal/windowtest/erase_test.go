//go:build window

package windowtest

import "testing"

// TestAPersonIsErased looks a person up by keyboard, erases what was found for
// a reason, and sees the certificate.
func TestAPersonIsErased(t *testing.T) {
	a, r := triage(t, "erase")
	before := len(a.found("Durand"))
	if before == 0 {
		t.Fatal("nobody to erase in the sample")
	}
	a.press(keyEscape)
	a.press(keyControl, ",")
	a.sees("retention", anything)
	a.tabTo("erase-words")
	a.write("Durand")
	a.press(keyEnter)
	a.sees("erase-go", anything)
	a.tabTo("erase-reason")
	a.write("demande de la personne")
	r.picture(t, "erase-found")
	a.press(keyEnter)
	a.sees("proofs", containing("demande de la personne"))
	r.picture(t, "erase-proof")
	if left := len(a.found("Durand")); left != 0 {
		t.Errorf("%d of %d reviews still name the person", left, before)
	}
}
