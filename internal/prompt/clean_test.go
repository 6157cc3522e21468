package prompt

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

const plain = "Merci d’avoir pris le temps de nous écrire. Nous regrettons cette attente."

func TestClean(t *testing.T) {
	for name, answer := range map[string]string{
		"nothing to do":     plain,
		"label":             "Réponse : " + plain,
		"label, no-break":   "Réponse\u00A0: " + plain,
		"bold label":        "**Réponse :**\n\n" + plain,
		"announcement":      "Voici le corps de la réponse :\n" + plain,
		"straight quotes":   `"` + plain + `"`,
		"French quotes":     "«\u00A0" + plain + "\u00A0»",
		"label and quotes":  "Réponse : « " + plain + " »",
		"code fence":        "```\n" + plain + "\n```",
		"thinking":          "<think>\nL’usager est mécontent.\n</think>\n\n" + plain,
		"end of thinking":   "L’usager est mécontent.\n</think>\n" + plain,
		"thinking, open":    plain + "\n<think>Ai-je tout dit ?",
		"tags":              "<réponse>" + plain + "</réponse>",
		"Bonjour":           "Bonjour,\n\n" + plain,
		"Bonjour Madame":    "Bonjour Madame, " + plain,
		"Madame, Monsieur":  "Madame, Monsieur,\n" + plain,
		"Chère usagère":     "Chère usagère,\n" + plain,
		"Bonjour, merci":    "Bonjour, m" + plain[1:],
		"Cher usager":       "Cher usager,\n\n" + plain,
		"Bonjour pseudo":    "Bonjour Lulu 34, " + plain,
		"je vous prie":      plain + " Je vous prie d’agréer mes salutations.",
		"de croire":         plain + " Nous vous prions de croire en notre dévouement.",
		"Bonjour !":         "Bonjour ! " + plain,
		"Cordialement":      plain + "\n\nCordialement,\nL’équipe du service",
		"Bien cordialement": plain + " Bien cordialement.",
		"agréer":            plain + "\nNous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.",
		"veuillez agréer":   plain + " Veuillez agréer nos salutations.",
		"said again":        plain + " Nous regrettons cette attente.",
		"later, shouted":    plain + "\n\nMERCI d’avoir  pris le temps de nous écrire.",
		"three times":       strings.Repeat(plain+"\n", 3),
		"in English":        "Here is the reply: Dear Sir, " + plain + " Kind regards, the team",
		"a tag left open":   "<points>" + plain,
		"everything":        "<think>x</think>**Réponse :** « Bonjour,\n\n" + plain + "\n\nCordialement,\nLe service »",
	} {
		t.Run(name, func(t *testing.T) {
			if got := Clean(answer); got != plain {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestCleanLeavesTheBodyAlone(t *testing.T) {
	for _, body := range []string{
		"Vous dites avoir été reçue cordialement. Merci de l’avoir écrit.",
		"« Trop long », dites-vous : nous comprenons que l’attente ait été « pénible ».",
		"La réponse se trouve dans votre espace personnel.",
		"Madame la maire a reçu votre message. Merci.",
		"Madame la maire a lu votre message, et vous en remercie.",
		"Bonjour et merci pour votre message, que nous avons lu.",
		"« Trop « long »",
		"Vous pouvez recevoir ce document par courrier.",
		"Voici où vous adresser. Le guichet est ouvert à tous.",
		"Cordialement accueillie, dites-vous : merci. Nous lisons chaque avis avec " + strings.Repeat("beaucoup, ", 40) + "beaucoup d’attention. Merci encore.",
	} {
		if got := Clean(body); got != strings.TrimSpace(body) {
			t.Errorf("%q became %q", body, got)
		}
	}
}

func TestCleanPartialDropsTheCutSentence(t *testing.T) {
	for answer, want := range map[string]string{
		plain:                              plain,
		plain + " Vous pouvez dema":        plain,
		plain + "\n\nVous pouvez":          plain,
		"Merci pour":                       "Merci pour",
		"Bonjour,\n\nMerci. Nous":          "Merci.",
		"Vous dites : « C’est long ! » Et": "Vous dites : « C’est long ! »",
		plain + " Demandez à M. Du":        plain,
		plain + " Voyez l’art. 3":          plain,
		"<think>Il faut remercier.":        "",
		plain + " <think>Ensuite.":         plain,
		"Le coût est de 12.50 euros":       "Le coût est de 12.50 euros",
	} {
		if got := CleanPartial(answer); got != want {
			t.Errorf("%q: got %q, want %q", answer, got, want)
		}
	}
}

func TestARepeatedSentenceLeavesItsParagraph(t *testing.T) {
	for answer, want := range map[string]string{
		"Un. Deux. Un.\n\nTrois.":            "Un. Deux.\n\nTrois.",
		"Un.\n\nDeux. Deux. Trois.":          "Un.\n\nDeux. Trois.",
		"Un. M. Un est là. M. Un est parti.": "Un. M. Un est là. M. Un est parti.",
		"Un. Deux. Un":                       "Un. Deux. Un",
		"Ils disent : « Un. » Un. Un.":       "Ils disent : « Un. » Un.",
	} {
		if got := Clean(answer); got != want {
			t.Errorf("%q: got %q, want %q", answer, got, want)
		}
	}
}

// TestCleanIsQuickOnAModelGoneRound: the same again and again, up to the
// longest reply, must not hold the pieces up: four times as much takes less
// than twenty times as long, in the least disturbed of some tries.
func TestCleanIsQuickOnAModelGoneRound(t *testing.T) {
	for _, again := range []string{"Réponse : ", "Bonjour, ", "« ", "<think>", "Merci. ", "Cordialement, ", "**", "</avis>", `"`, "_", "__", "# a\n", "- A.\n", "[x]\n", `{"a":`, `["`, "<|im_end|>", "Note : réponse\n"} {
		once, fourfold := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
		for range 10 {
			once, fourfold = min(once, timeToClean(again, 1000)), min(fourfold, timeToClean(again, 4000))
			if fourfold < 20*once+slack {
				break
			}
		}
		if fourfold >= 20*once+slack {
			t.Errorf("%q again and again took %v, four times as long %v", again, once, fourfold)
		}
	}
}

// slack is for what ends too soon to be measured.
const slack = 20 * time.Millisecond

func timeToClean(again string, length int) time.Duration {
	text, begun := strings.Repeat(again, length/len(again)), time.Now()
	Clean(text)
	return time.Since(begun)
}

func FuzzClean(f *testing.F) {
	f.Add("Réponse : « Bonjour,\n\n" + plain + "\nCordialement »")
	f.Add("<think>a<think>b</think>")
	f.Add("«»\"\"```")
	f.Add("Un. Deux. Un.\n\nUN. M. Un. Un.  Un")
	f.Fuzz(func(t *testing.T, answer string) {
		got := Clean(answer)
		if again := Clean(got); again != got {
			t.Fatalf("cleaning %q again gives %q", got, again)
		}
		if len(got) > len(answer) {
			t.Fatalf("%q grew to %q", answer, got)
		}
		if control.MatchString(got) {
			t.Fatalf("a token of a chat left in %q", got)
		}
		if strings.Contains(strings.ToLower(got), "<think>") {
			t.Fatalf("thinking left in %q", got)
		}
	})
}

// BenchmarkClean cleans a reply of the longest kind, as happens at every piece
// that a model writes.
func BenchmarkClean(b *testing.B) {
	var reply strings.Builder
	for i := range 40 {
		fmt.Fprintf(&reply, "Nous avons lu votre avis no %d, et nous vous en remercions. ", i)
	}
	b.SetBytes(int64(reply.Len()))
	for b.Loop() {
		Clean(reply.String())
	}
}
