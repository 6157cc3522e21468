package check

import (
	"strings"
	"testing"

	"ecritoire/internal/review"
)

func TestInvisible(t *testing.T) {
	tests := []struct{ name, words, span, repair string }{
		{"zero width", "Mer\u200bci", "\u200b", ""},
		{"several at once", "Mer\u200b\u2060\ufeffci", "\u200b\u2060\ufeff", ""},
		{"writing direction", "voir \u202eerf\u202c", "\u202e", ""},
		{"an isolate", "voir \u2066cela\u2069", "\u2066", ""},
		{"a soft hyphen", "rem\u00adboursement", "\u00ad", ""},
		{"a tag", "Merci\U000e0041", "\U000e0041", ""},
		{"a control", "Merci\x08", "\x08", ""},
		{"Cyrillic", "le p\u0430sseport", "p\u0430sseport", "passeport"},
		{"all Cyrillic", "le \u0440\u0430\u0441", "\u0440\u0430\u0441", "pac"},
		{"mathematical", "\U0001d420\U0001d421", "\U0001d420\U0001d421", "gh"},
		{"wide", "ｗｗｗ", "ｗｗｗ", "www"},
	}
	for _, tt := range tests {
		reply := framed(courteous + " " + tt.words + ".")
		f, ok := first(run(reply), "invisible")
		if !ok || f.Severity != review.Block || f.Repair == nil {
			t.Errorf("%s: %+v, %v", tt.name, f, ok)
			continue
		}
		if got := string([]rune(reply)[f.Start:f.End]); got != tt.span || *f.Repair != tt.repair {
			t.Errorf("%s: %q to %q, want %q to %q", tt.name, got, *f.Repair, tt.span, tt.repair)
		}
	}
}

// Repairing every finding leaves a text without any.
func TestInvisibleRepairs(t *testing.T) {
	reply := framed("Mer\u200bci p\u043eur votre \u202eavis\u202c, l\u0435 guichet est ouvert. " + courteous)
	for range 20 {
		f, ok := first(run(reply), "invisible")
		if !ok {
			if !strings.Contains(reply, "Merci pour votre avis, le guichet") {
				t.Errorf("repaired to %q", reply)
			}
			return
		}
		runes := []rune(reply)
		reply = string(runes[:f.Start]) + *f.Repair + string(runes[f.End:])
	}
	t.Error("repairs never end")
}

func TestOtherScriptsAreNotHidden(t *testing.T) {
	for _, words := range []string{"Спасибо за ваше сообщение", "شكرا لكم", "谢谢", "Ευχαριστώ πολύ", "👩‍👧 ❤️ 🇫🇷", "l’œuvre d’Ægir, à 5 €", "« Bonjour »\u202f!", "Ștefan Łukasz", "n° 5 — 2ᵉ étage", "1\u00bd heure…"} {
		if rulesOf(run(framed(courteous + " " + words + ".")))["invisible"] {
			t.Errorf("%q was taken for hidden", words)
		}
	}
}
