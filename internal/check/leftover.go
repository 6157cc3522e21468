package check

import (
	"regexp"

	"ecritoire/internal/review"
)

var (
	placeholderText = review.Text{
		FR: "Un emplacement n’a pas été rempli\u00a0: complétez-le ou retirez-le.",
		EN: "A placeholder was left unfilled: fill it in or take it out."}
	promptText = review.Text{
		FR: "Ce passage parle de la rédaction, pas à l’usager\u00a0: retirez-le.",
		EN: "This passage is about the drafting, not to the user: take it out."}
	markText = review.Text{
		FR: "Ce signe de mise en forme paraîtra tel quel\u00a0: retirez-le.",
		EN: "This formatting sign will show as it is: take it out."}
)

var none = ""

// leftovers are what templates and models leave behind. Brackets are cut at a
// line's end: a lone one is not a placeholder.
var leftovers = append(append(
	removable(placeholderText,
		`\{\{[^}\n]{0,80}\}\}|\{\{|\}\}`, `\$\{[^}\n]{0,80}\}`, `\x03[^\x04\n]{0,80}\x04|\x03|\x04`,
		`\[[a-z][^\]\n]{1,60}\]`, `lorem ipsum[^\n.]*`, `xxx+`, `todo ?:`, `<(nom|prenom|date|service|name|numero)[^>\n]{0,30}>`),
	removable(promptText,
		`</?[a-z_]{2,20}>`, `<\|[^|\n]{0,40}\|>`, `###+[^\n]*`, "```[a-z]*")...),
	phrases(promptText,
		`en tant que (modele|grand modele|robot|chatbot)[^.\n]*`, `en tant qu'(ia|intelligence artificielle|assistant (virtuel|numerique|ia|d'ia))[^.\n]*`,
		`as an? (ai|large language model|language model)\b[^.\n]*`, `(bien sur|certainement|d'accord|avec plaisir) ?[!,.] ?voici[^\n]*`,
		`voici (la|une|ma|votre|un|le|ta) (proposition de |projet de |exemple de |suggestion de )?(reponse|brouillon)[^.\n:]{0,40}:`,
		`(here is|here's) (the|a|your) (reply|response|draft)[^.\n]*`, `(reponse|brouillon|corps du message|corps de la reponse|objet|instructions?|prompt|consignes?) (proposee?|suggeree?) ?:`,
		`system prompt`, `(l'avis|la review) (ci-dessus|fourni|entre balises)`, `n'hesitez pas a (adapter|modifier|personnaliser) (cette|ce) (reponse|brouillon|texte)`)...)

// Formatting signs are read by machines only: every platform shows them as
// they are.
var marks = removable(markText, `\*\*`, `__`)

var openings = regexp.MustCompile(`(?m)^[ "]*((voici (la|une|ma|votre|un|le) (proposition de |projet de )?(reponse|brouillon))|reponse ?:|brouillon ?:|draft ?:|reply ?:)`)

func removable(message review.Text, patterns ...string) []phrase {
	all := phrases(message, patterns...)
	for i := range all {
		all[i].repair = &none
	}
	return all
}

// leftover blocks placeholders and prompt text, and warns of formatting signs.
func leftover(s *subject) []review.Finding {
	found := []review.Finding{}
	for _, f := range append(find(s.lower, leftovers, review.Block), find(s.lower, marks, review.Warn)...) {
		if !s.inFrame(f.Span) {
			found = append(found, f)
		}
	}
	for _, at := range openings.FindAllStringIndex(s.lower, -1) {
		if span := (review.Span{Start: at[0], End: at[1]}); !overlaps(found, span) {
			found = append(found, review.Finding{Severity: review.Block, Span: span, Message: promptText})
		}
	}
	return found
}
