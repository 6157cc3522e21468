package prompt

import (
	"regexp"
	"strings"
)

const (
	// answerNoun is what models call what they were asked for.
	answerNoun = `(?:(?:proposition|projet|brouillon|exemple|suggestion|texte|corps|version|début|contenu|message)` + space + `+(?:de|d[’'])` + space + `*(?:la` + space + `+|une` + space + `+|votre` + space + `+)?)*(?:r[ée]ponses?|corps|brouillon|texte|reply|response|answer|draft)`
	answerTail = `(?:` + space + `+(?:propos[ée]+s?|publique|possible|sugg[ée]r[ée]+e?|finale|officielle|courte|du` + space + `+service(?:` + space + `+public)?|de` + space + `+l[’'](?:agent|administration)|à` + space + `+l[’'](?:avis|usager|usagère)|de` + space + `+l[’'](?:usager|usagère)|d[’']un` + space + `+usager|à` + space + `+cet` + space + `+avis|au` + space + `+commentaire|en` + space + `+français))*`
	agreed     = `(?:(?:bien` + space + `+sûr|certainement|d[’']accord|volontiers|avec` + space + `+plaisir|voilà|sure|certainly|of` + space + `+course|okay|ok|absolutely)` + space + `*[!.,:]?` + space + `*)?`
	colon      = space + `*[::]` + space + `*`
)

var (
	label = regexp.MustCompile(`(?i)\A(?:` + agreed + `(?:(?:proposed|suggested)` + space + `+)?` + answerNoun + answerTail + `(?:` + colon + `|` + space + `+[-–—]` + space + `+|[ \t]*\n)|(?:assistant|model)[ \t]*\n|message` + colon + `|(?:assistant|agent|service` + space + `+public|écritoire|chatbot|bot|ia|ai)` + colon + `)`)
	// An announcement runs to its colon, and speaks of the answer itself:
	// « Voici la réponse à votre question : » is the service speaking.
	announced = regexp.MustCompile(`(?i)\A` + agreed + `(?:voici|vous` + space + `+trouverez` + space + `+(?:ci-dessous|ici)|ci-dessous|here(?:[’']s|` + space + `+is|` + space + `+are)|below` + space + `+is)` + space + `+([^\n:.!?]{0,160})` + colon)
	names     = regexp.MustCompile(`(?i)\b(?:r[ée]ponse|corps|brouillon|reply|response|answer|draft|body)|\btexte(?:` + space + `+(?:demandé|proposé|final))?` + space + `*\z`)
	theirs    = regexp.MustCompile(`(?i)\b(?:votre|vos|your|question|demande|courrier|ministère)\b`)
	// A line of nothing but « [Signature] ».
	blankLine = regexp.MustCompile(`\A\[[^\[\]\n]{2,60}\][ \t]*\n`)
)

// withoutLabel takes off what a model says before its answer, however often.
func withoutLabel(body string) string {
	for {
		rest := afterLabel(body)
		if len(rest) == len(body) {
			return body
		}
		body = rest
	}
}

func afterLabel(body string) string {
	body = body[len(label.FindString(body)):]
	body = body[len(blankLine.FindString(body)):]
	m := announced.FindStringSubmatch(body)
	if m == nil || !names.MatchString(m[1]) || theirs.MatchString(m[1]) {
		return body
	}
	return strings.TrimSpace(body[len(m[0]):])
}
