package review

import (
	"strings"
	"testing"
	"testing/quick"
)

func TestFrameAround(t *testing.T) {
	full := Frame{"Bonjour,", "À bientôt.", "La mairie"}
	for _, c := range []struct {
		name  string
		frame Frame
		body  string
		want  string
	}{
		{"whole", full, "Merci.", "Bonjour,\n\nMerci.\n\nÀ bientôt.\nLa mairie"},
		{"no frame", Frame{}, " Merci. ", "Merci."},
		{"no signature", Frame{Greeting: "Bonjour,", Closing: "Fin."}, "Merci.", "Bonjour,\n\nMerci.\n\nFin."},
		{"no body", full, " ", "Bonjour,\n\nÀ bientôt.\nLa mairie"},
	} {
		if got := c.frame.Around(c.body); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestFrameComesOffAgain: what a frame was put around, it gives back.
func TestFrameComesOffAgain(t *testing.T) {
	f := Frame{"Bonjour,", "À bientôt.", "La mairie"}
	back := func(body string) bool {
		body = strings.TrimSpace(body)
		got, ok := f.Body(f.Around(body))
		return ok && (got == body || body == "")
	}
	if err := quick.Check(back, nil); err != nil {
		t.Error(err)
	}
	if got, ok := f.Body("Autre chose"); ok || got != "Autre chose" {
		t.Errorf("a text without the frame: %q, %v", got, ok)
	}
}

func TestLanguageOf(t *testing.T) {
	for locale, want := range map[string]Language{"en": English, "en_GB.UTF-8": English, "EN-us": English, "fr_FR.UTF-8": French, "C": French, "": French, "ensemble": French} {
		if got := LanguageOf(locale); got != want {
			t.Errorf("%q: %s, want %s", locale, got, want)
		}
	}
}

func TestErrorsKeepTheirCause(t *testing.T) {
	err := ErrNotFound.Naming("12").With(ErrConflict)
	if !err.Is(ErrNotFound) || Describe(err).Message.FR != "Aucun avis ne porte le numéro 12." || err.Unwrap() != ErrConflict {
		t.Errorf("got %v", err)
	}
}
