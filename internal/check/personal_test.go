package check

import (
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// withPersonal marks the words in the reply, as the caller would.
func withPersonal(in Input, kind, words string) Input {
	at := strings.Index(in.Reply, words)
	start := codePoints(in.Reply[:at])
	in.Personal, in.Kinds = []review.Span{{Start: start, End: start + codePoints(words)}}, []string{kind}
	return in
}

func codePoints(text string) int { return len([]rune(text)) }

// reply frames a body that does not greet by itself.
func reply(body string) string {
	if strings.HasPrefix(body, "Bonjour") {
		return body
	}
	return framed(body)
}

func TestPersonalData(t *testing.T) {
	tests := []struct {
		name, review, body, kind, words string
		channel                         string
		want                            bool
	}{
		{"an agent’s name", "Mme Durand m’a répondu.", "Mme Durand a bien noté. " + courteousPlain, "person", "Mme Durand", "", true},
		{"the author’s telephone", "Joignez-moi au 06 39 98 12 34.", "Nous notons le 06 39 98 12 34. " + courteousPlain, "phone", "06 39 98 12 34", SPPlus, true},
		{"a number", "", "Votre dossier 2840699421012 62. " + courteousPlain, "nir", "2840699421012 62", Google, true},
		{"in a letter", "Mme Durand", "Mme Durand a bien noté. " + courteousPlain, "person", "Mme Durand", Paper, false},
		{"our telephone", "", courteous, "phone", "01 99 00 11 22", "", false},
		{"an unknown telephone is the other rule’s", "", "Le 04 76 00 11 23. " + courteousPlain, "phone", "04 76 00 11 23", "", false},
		{"a pseudonym", "Rien ne va.", "Bonjour Sophie, " + courteousPlain, "person", "Sophie", "", false},
		{"a name of the review", "Je suis Sophie.", "Bonjour Sophie, " + courteousPlain, "person", "Sophie", "", true},
		{"our address", "", "Venez 1 place du Lavoir. " + courteousPlain, "address", "1 place du Lavoir", "", false},
	}
	for _, tt := range tests {
		in := withPersonal(Input{Review: tt.review, Reply: reply(tt.body), Channel: tt.channel, Service: valbourg}, tt.kind, tt.words)
		f, got := first(Run(in), "personal_data")
		if got != tt.want || got && (f.Severity != review.Block || f.Repair == nil) {
			t.Errorf("%s: %+v, %v", tt.name, f, got)
		}
	}
}

func TestSignatureIsTheServicesChoice(t *testing.T) {
	signed := withPersonal(Input{Review: "Merci", Reply: "Bonjour,\n" + courteousPlain + "\nClaire Martin", Service: valbourg}, "person", "Claire Martin")
	if rulesOf(Run(signed))["personal_data"] {
		t.Error("a signature was blocked")
	}
	signed.Review = "C’est Claire Martin qui m’a reçue."
	if !rulesOf(Run(signed))["personal_data"] {
		t.Error("a name from the review passed as a signature")
	}
}

func TestStaleSpansAreLeftOut(t *testing.T) {
	in := Input{Reply: framed(courteousPlain), Service: valbourg, Personal: []review.Span{{Start: 3, End: 9999}, {Start: -1, End: 2}, {Start: 5, End: 5}}}
	if rulesOf(Run(in))["personal_data"] {
		t.Error("a span outside the reply was kept")
	}
}
