package prompt

import (
	"strings"
	"testing"

	"ecritoire/internal/review"
)

// ugly are answers as models of one to eight billion parameters give them, each
// around the same body.
var ugly = map[string]string{
	"heading":                  "# Réponse à l’avis\n\n" + plain,
	"heading, bold":            "## **Réponse proposée**\n\n" + plain,
	"heading, third":           "### Corps de la réponse :\n" + plain,
	"heading, English":         "# Response\n\n" + plain,
	"bold title":               "**Réponse à l’avis de l’usager**\n\n" + plain,
	"underscores":              "__Réponse :__ " + plain,
	"italic":                   "*" + plain + "*",
	"label, spaced":            "Réponse   :\n\n" + plain,
	"label, dash":              "Réponse - " + plain,
	"label, of the service":    "Réponse du service public : " + plain,
	"label, public":            "Réponse publique : " + plain,
	"label, to the user":       "Réponse à l’usager : " + plain,
	"label, capitals":          "RÉPONSE : " + plain,
	"label, without accent":    "Reponse: " + plain,
	"proposal":                 "Proposition de réponse : " + plain,
	"draft":                    "Brouillon de réponse :\n" + plain,
	"text":                     "Texte de la réponse : " + plain,
	"message":                  "Message :\n" + plain,
	"announcement, a":          "Voici une réponse possible :\n\n" + plain,
	"announcement, long":       "Voici une proposition de réponse publique à l’avis de l’usager, dans un ton courtois et professionnel :\n\n" + plain,
	"announcement, sure":       "Bien sûr ! Voici la réponse :\n\n" + plain,
	"announcement, of course":  "Bien sûr, voici le corps de la réponse demandée :\n\n" + plain,
	"announcement, certainly":  "Certainement. Voici le texte :\n" + plain,
	"announcement, below":      "Vous trouverez ci-dessous le corps de la réponse :\n\n" + plain,
	"announcement, English":    "Sure! Here is the response in French:\n\n" + plain,
	"announcement, English 2":  "Certainly, here's a polite reply:\n\n" + plain,
	"announcement, okay":       "Okay, here is the body of the reply:\n" + plain,
	"role":                     "Assistant: " + plain,
	"role, lower":              "assistant\n" + plain,
	"role, French":             "Agent : " + plain,
	"role, service":            "Service public : " + plain,
	"role, token":              "<|im_start|>assistant\n" + plain + "<|im_end|>",
	"role, gemma":              "<start_of_turn>model\n" + plain + "<end_of_turn>",
	"role, llama":              "<|start_header_id|>assistant<|end_header_id|>\n\n" + plain + "<|eot_id|>",
	"inst":                     "[/INST] " + plain,
	"inst, around":             "[INST] " + plain + " [/INST]",
	"end of sequence":          plain + "</s>",
	"begin of sequence":        "<s> " + plain + " </s>",
	"end of text":              plain + "<|endoftext|>",
	"next user":                plain + "\n\nUser: Merci",
	"next user, token":         plain + "<|im_end|>\n<|im_start|>user\nMerci",
	"next review":              plain + "\n\n<avis>\nTitre : Autre\nTexte :\nAutre avis\n</avis>",
	"fence, language":          "```text\n" + plain + "\n```",
	"fence, markdown":          "```markdown\n" + plain + "\n```",
	"fence, after a word":      "Voici la réponse :\n```\n" + plain + "\n```\n",
	"fence, open":              "```\n" + plain,
	"json":                     `{"phrases": ["Merci d’avoir pris le temps de nous écrire.", "Nous regrettons cette attente."]}`,
	"json, reply":              `{"réponse": "` + plain + `"}`,
	"json, fenced":             "```json\n{\"phrases\": [\"Merci d’avoir pris le temps de nous écrire.\", \"Nous regrettons cette attente.\"]}\n```",
	"json, list":               `["Merci d’avoir pris le temps de nous écrire.", "Nous regrettons cette attente."]`,
	"json, English":            `{"response": "` + plain + `"}`,
	"json, announced":          "Voici la réponse :\n{\"phrases\": [\"Merci d’avoir pris le temps de nous écrire.\", \"Nous regrettons cette attente.\"]}",
	"bullets":                  "- Merci d’avoir pris le temps de nous écrire.\n- Nous regrettons cette attente.",
	"numbers":                  "1. Merci d’avoir pris le temps de nous écrire.\n2. Nous regrettons cette attente.",
	"stars":                    "* Merci d’avoir pris le temps de nous écrire.\n* Nous regrettons cette attente.",
	"bold words":               "Merci d’avoir pris le temps de **nous écrire**. Nous regrettons __cette attente__.",
	"quoted lines":             "> Merci d’avoir pris le temps de nous écrire. Nous regrettons cette attente.",
	"thinking, French":         "<réflexion>L’usager attend.</réflexion>\n" + plain,
	"thinking, other tags":     "<thought>\nHe waits.\n</thought>\n" + plain,
	"thinking, reasoning":      "<reasoning>He waits.</reasoning>" + plain,
	"thinking, square":         "[THINK]He waits.[/THINK]" + plain,
	"thinking, attribute":      "<think type=\"a\">He waits.</think>" + plain,
	"tag, answer":              "<answer>" + plain + "</answer>",
	"tag, reply":               "<reply>\n" + plain + "\n</reply>",
	"tag, html":                "<p>Merci d’avoir pris le temps de nous écrire. Nous regrettons cette attente.</p>",
	"tag, breaks":              "Merci d’avoir pris le temps de nous écrire.<br>Nous regrettons cette attente.",
	"greeting, placeholder":    "Bonjour [Nom de l’usager],\n\n" + plain,
	"greeting, twice":          "Bonjour,\n\nMadame, Monsieur,\n\n" + plain,
	"greeting, pseudonym":      "Bonjour ⟦PERSONNE_1⟧,\n\n" + plain,
	"greeting, bent":           "Bonjour ⟦MADAME_1],\n" + plain,
	"greeting, dear user":      "Chère usagère, cher usager,\n\n" + plain,
	"greeting, no comma":       "Bonjour.\n\n" + plain,
	"signature":                plain + "\n\nL’équipe du service",
	"signature, name":          plain + "\n\nBien à vous,\n[Votre nom]\n[Votre fonction]",
	"signature, placeholder":   plain + "\n\n[Signature]",
	"closing, respect":         plain + "\n\nAvec nos salutations respectueuses,\nLe service",
	"closing, English":         plain + "\n\nSincerely,\nThe team",
	"closing, best":            plain + "\n\nBest regards",
	"closing, thanks":          plain + "\n\nBelle journée,\nLe service",
	"note":                     plain + "\n\n(Note : cette réponse respecte les consignes.)",
	"note, English":            plain + "\n\nNote: This response follows the guidelines.",
	"note, rule":               plain + "\n\n---\n\nCette réponse respecte toutes les règles demandées.",
	"note, hope":               plain + "\n\nN’hésitez pas à me dire si vous souhaitez des modifications.",
	"rule":                     "---\n" + plain + "\n---",
	"again, twice over":        plain + "\n\n" + plain + "\n\n" + plain,
	"again, another paragraph": "Bonjour,\n" + plain + "\nCordialement\n\nBonjour,\n" + plain + "\nCordialement",
}

func cleaned(answer string) string { return strings.Join(strings.Fields(Clean(answer)), " ") }

func TestCleanUgly(t *testing.T) {
	for name, answer := range ugly {
		if got := cleaned(answer); got != plain {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestCleanUglyUponUgly puts what stands before the body in one answer and
// what stands behind it in another around one body.
func TestCleanUglyUponUgly(t *testing.T) {
	for first, before := range ugly {
		head, _, one := strings.Cut(before, plain)
		for second, behind := range ugly {
			_, tail, two := strings.Cut(behind, plain)
			if !one || !two || strings.Contains(first+second, "json") || strings.Contains(second, "again") || strings.Contains(first+second, "italic") {
				continue
			}
			if got := cleaned(head + plain + tail); got != plain {
				t.Errorf("%s, then %s: %q", first, second, got)
			}
		}
	}
}

// TestAnUglyAnswerThatWasStopped is cut wherever it may be, from the end of
// its first sentence on: what is kept is that sentence.
func TestAnUglyAnswerThatWasStopped(t *testing.T) {
	first, _, _ := strings.Cut(plain, ". ")
	first += "."
	for name, answer := range ugly {
		before, after, found := strings.Cut(answer, first)
		if !found || strings.Contains(name, "italic") {
			continue
		}
		for n := range after {
			got := strings.Join(strings.Fields(CleanPartial(before+first+after[:n])), " ")
			if got != first && got != plain && !strings.Contains(after[n:], "<br") {
				t.Errorf("%s, cut at %q: %q", name, after[:n], got)
				break
			}
		}
	}
}

// TestABrokenObjectShowsItsText as it grows.
func TestABrokenObjectShowsItsText(t *testing.T) {
	for answer, want := range map[string]string{
		`{"phrases": ["Merci d`: "Merci d", `{"phrases": ["Un.", "De`: "Un. De", `{"réponse": "Un \"mot\`: `Un "mot`, `{"ton": "poli", "réponse": "Un.`: "Un.",
		`{"réponse": "Un.", "no`: "Un.", `["Un`: "Un", `{"phrases": ["Un."], "ton": "poli"}`: "Un.", `{"phr`: `{"phr`,
	} {
		if got := Clean(answer); got != want {
			t.Errorf("%q: %q", answer, got)
		}
	}
}

// TestCleanLosesNothingOfOurs: sentences that begin or end as an ugly answer
// does, and are the service's.
func TestCleanLosesNothingOfOurs(t *testing.T) {
	for _, body := range []string{
		"Voici les horaires : de 9 h à 12 h, du lundi au vendredi.",
		"Voici la réponse à votre question : le guichet est ouvert le samedi.",
		"Vous trouverez ci-dessous la liste des pièces : carte, photo, justificatif.",
		"Vous trouverez ci-dessous le texte de loi applicable : l’article 3.",
		"Bien sûr, nous comprenons votre déception. Merci de l’avoir dite.",
		"Certainement, l’attente a été longue.",
		"Réponse vous sera donnée par le service des titres.",
		"Message bien reçu. Merci.",
		"Apportez au guichet :\n- la carte d’identité\n- une photo récente",
		"Merci. Pour vous inscrire :\n1. Créez un compte.\n2. Choisissez un créneau.",
		"Merci de votre avis.\n\nNote : le guichet ferme à 16 h le vendredi.",
		"Merci de votre avis.\n\nN’hésitez pas à me demander au guichet 3.",
		"Merci de votre avis.\n\nJ’ai suivi votre dossier avec attention.",
		"Merci. Nous vous souhaitons une bonne journée.",
		"Nous avons lu votre avis.\n\nL’équipe du service est à votre écoute.",
		"Nous avons lu votre avis.\n\nLe service est ouvert le samedi",
		"Vos salutations nous ont touchés. Merci.",
		"L’usager : c’est vous qui nous faites progresser.",
		"Le tarif est de 2 * 3 euros, ou 4 * 5 euros.",
		"Vous écrivez « [sic] » et nous le regrettons.",
		"Le formulaire {A} et le formulaire [B] sont au guichet.",
		"Merci __beaucoup",
	} {
		if got := Clean(body); got != body {
			t.Errorf("%q became %q", body, got)
		}
	}
}

func TestWithoutFrame(t *testing.T) {
	f := review.Frame{Greeting: "Bonjour,", Closing: "Nous restons à votre écoute.", Signature: "L’équipe chargée des avis\nMairie"}
	for body, want := range map[string]string{
		plain: plain,
		plain + " Nous restons à votre écoute.":                                        plain,
		plain + "\n\nNOUS restons à votre écoute\n\nL’équipe chargée des avis\nMairie": plain,
		"Bonjour\n" + plain:                              plain,
		"Nous restons à votre écoute. " + plain:          "Nous restons à votre écoute. " + plain,
		plain + " Nous restons à votre écoute le lundi.": plain + " Nous restons à votre écoute le lundi.",
		"Nous restons à votre écoute.":                   "",
		"":                                               "",
	} {
		if got := WithoutFrame(body, f); got != want {
			t.Errorf("%q: %q", body, got)
		}
	}
	if got := WithoutFrame(plain, review.Frame{}); got != plain {
		t.Errorf("no frame: %q", got)
	}
}
