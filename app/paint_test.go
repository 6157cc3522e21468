package app

import "testing"

// TestShownOnce: a page that is loaded anew paints again; that it is shown
// was told the first time.
func TestShownOnce(t *testing.T) {
	a := New(nil, About{})
	select {
	case <-Shown(a):
		t.Fatal("shown before it painted")
	default:
	}
	a.Painted()
	a.Painted()
	<-Shown(a)
}
