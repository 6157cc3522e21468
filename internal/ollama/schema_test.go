package ollama

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

func TestReadAnswer(t *testing.T) {
	for raw, want := range map[string]struct {
		text string
		err  error
	}{
		`{"phrases":["Merci.","Le guichet a rouvert."]}`:      {"Merci. Le guichet a rouvert.", nil},
		" {\n\"phrases\" : [ \"Un.\" ,\n\"Deux.\" ] }\n":      {"Un. Deux.", nil},
		`{"phrases":[" Un. ","","  ","\n\nDeux.  Trois.\t"]}`: {"Un. Deux.  Trois.", nil},
		`{"phrases":["\"Ici\" \\ \/ \u00e9\u202f!"]}`:         {`"Ici" \ / é` + "\u202f!", nil},
		`{"phrases":["\ud83d\ude00 \ud83d. \ud83dx"]}`:        {"😀 \uFFFD. \uFFFDx", nil},
		`{"phrases":["Merci.","Le gui`:                        {"Merci. Le gui", errMore},
		`{"phrases":["Merci.`:                                 {"Merci.", errMore},
		`{"phrases":["Merci. "`:                               {"Merci.", errMore},
		`{"phrases":["Merci.\`:                                {"Merci.", errMore},
		`{"phrases":["Merci.\u00e`:                            {"Merci.", errMore},
		`{"phrases":["Merci.\ud83d`:                           {"Merci.", errMore},
		"{\"phrases\":[\"Merci\xc3":                           {"Merci", errMore},
		`{"phr`:                                               {"", errMore},
		"":                                                    {"", errMore},
		`{"phrases":[]}`:                                      {"", errBroken},
		`{"phrases":["Un.";"Deux."]}`:                         {"Un.", errBroken},
		"{\"phrases\":[\"Un.\nDeux.\"]}":                      {"Un.", errBroken},
		`{"phrases":["Un.\x"]}`:                               {"Un.", errBroken},
		`{"phrases":["Un.\u00zz"]}`:                           {"Un.", errBroken},
		`{"phrases":["Un."],"autre":1}`:                       {"Un.", errBroken},
		`{"phrases":["Un."]} et plus`:                         {"Un.", errBroken},
		`{"réponse":"Un."}`:                                   {"", errBroken},
		"Merci de nous avoir écrit.":                          {"Merci de nous avoir écrit.", nil},
		`["Merci."]`:                                          {`["Merci."]`, nil},
	} {
		if text, err := readAnswer(raw); text != want.text || !errors.Is(err, want.err) {
			t.Errorf("%q: %q, %v, want %q, %v", raw, text, err, want.text, want.err)
		}
	}
}

func TestAnAnswerIsBounded(t *testing.T) {
	for _, raw := range []string{`{"phrases":["` + strings.Repeat("é", maxAnswer), strings.Repeat("é", maxAnswer)} {
		if text, err := readAnswer(raw); !errors.Is(err, errBroken) || len(text) > maxAnswer {
			t.Errorf("%d bytes of text, %v", len(text), err)
		}
	}
}

// FuzzReadAnswer: whatever a model writes, cut anywhere, the text only grows
// and stays UTF-8; and sentences that were put into JSON come out again.
func FuzzReadAnswer(f *testing.F) {
	f.Add(`{"phrases":["Un.","\ud83d\ude00 \"Deux\" é."]}`)
	f.Add(`{"phrases":["Un.\`)
	f.Add("Merci \x00 😀.")
	f.Fuzz(func(t *testing.T, s string) {
		grows(t, s)
		raw, err := json.Marshal(map[string][]string{"phrases": {s, s}})
		if err != nil {
			t.Fatal(err)
		}
		grows(t, string(raw))
		one := strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD"))
		want := strings.TrimSpace(one + " " + one)
		if got, err := readAnswer(string(raw)); len(raw) <= maxAnswer && (err != nil || !sameWords(got, want)) {
			t.Fatalf("%q became %q, %v", want, got, err)
		}
	})
}

// sameWords leaves aside how many replacement characters stand for one fault.
func sameWords(a, b string) bool {
	drop := strings.NewReplacer("\uFFFD", "")
	return strings.Join(strings.Fields(drop.Replace(a)), " ") == strings.Join(strings.Fields(drop.Replace(b)), " ")
}

func grows(t *testing.T, raw string) {
	t.Helper()
	last := ""
	for n := range min(len(raw), 300) + 1 {
		text, err := readAnswer(raw[:n])
		if !strings.HasPrefix(text, last) {
			t.Fatalf("%q: %q after %q", raw[:n], text, last)
		}
		if strings.HasPrefix(raw, "{") && !utf8.ValidString(text) {
			t.Fatalf("%q: not UTF-8: %q", raw[:n], text)
		}
		if last = text; errors.Is(err, errBroken) {
			return
		}
	}
}

// answers makes a stream of a model's answer, cut into pieces of some runes.
func answers(answer, reason string, size int) string {
	var lines strings.Builder
	for all := []rune(answer); len(all) > 0; all = all[min(size, len(all)):] {
		piece, _ := json.Marshal(string(all[:min(size, len(all))]))
		fmt.Fprintf(&lines, `{"model":"mistral","message":{"role":"assistant","content":%s},"done":false}`+"\n", piece)
	}
	return lines.String() + fmt.Sprintf(`{"model":"mistral","message":{"role":"assistant","content":""},"done":true,"done_reason":%q}`+"\n", reason)
}

func structured(t *testing.T, address string) *Writer {
	t.Helper()
	w, err := New(Config{Address: address, Model: "mistral", Structured: true})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestAStructuredReply(t *testing.T) {
	noLeak(t)
	const whole = `{"phrases":["Merci de votre message.","L’accueil \"principal\" a rouvert."]}`
	const body = `Merci de votre message. L’accueil "principal" a rouvert.`
	for name, c := range map[string]struct {
		answer, reason, body string
		err                  error
	}{
		"whole":         {whole, "stop", body, nil},
		"plain":         {body, "stop", body, nil},
		"too long":      {whole[:39], "length", "Merci de votre message.", ErrLength},
		"stops halfway": {whole[:39], "stop", "Merci de votre message.", ErrSchema},
		"breaks off":    {whole[:38] + " puis : " + body, "stop", "Merci de votre message.", ErrSchema},
		"another form":  {`{"réponse":"Merci."}`, "stop", "", ErrSchema},
	} {
		for _, size := range []int{1, 7, 1000} {
			var asked api.ChatRequest
			w := structured(t, serve(t, handlers{chat: captured(t, &asked, sends(answers(c.answer, c.reason, size)))}))
			var seen []string
			got, err := w.Write(t.Context(), assignment, func(text string) { seen = append(seen, text) })
			if got.Body != c.body || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
				t.Errorf("%s in pieces of %d: %q, %v", name, size, got.Body, err)
			}
			if c.body != "" && (len(seen) == 0 || seen[len(seen)-1] != c.body) {
				t.Errorf("%s in pieces of %d: shown %q", name, size, seen)
			}
			if string(asked.Format) != string(format) {
				t.Errorf("%s: asked for the form %s", name, asked.Format)
			}
		}
	}
}

// TestThePlainWriterAsksForNoForm, and takes JSON as it is.
func TestThePlainWriterAsksForNoForm(t *testing.T) {
	var asked api.ChatRequest
	w := writer(t, serve(t, handlers{chat: captured(t, &asked, sends(answers(`{"phrases":["Un."]}`, "stop", 5)))}))
	got, err := writes(t, w, review.Assignment{})
	if err != nil || got.Body != `{"phrases":["Un."]}` || asked.Format != nil {
		t.Errorf("%q, %v, form %s", got.Body, err, asked.Format)
	}
}
