package prompt

import (
	"regexp"
	"strings"
)

var (
	closing = regexp.MustCompile(`(?im)(?:^|[.!?]` + space + `+)((?:(?:bien|très)` + space + `+)?(?:cordialement|respectueusement|sincèrement` + space + `*[,.\n]|(?:avec` + space + `+(?:nos|mes)` + space + `+)?(?:sincères` + space + `+|meilleures` + space + `+)?salutations\b|bien` + space + `+à` + space + `+vous` + space + `*[,.\n]|(?:kind|best|warm) regards|sincerely\b|yours (?:sincerely|faithfully)|(?:nous` + space + `+vous|veuillez|je` + space + `+vous)` + space + `+(?:pri(?:e|ons)` + space + `+(?:d[’']|de` + space + `+(?:bien` + space + `+vouloir` + space + `+)?))?(?:agréer|recevoir|croire)))`)
	wishing = regexp.MustCompile(`(?im)^((?:très` + space + `+)?(?:bonne|belle|excellente)` + space + `+(?:journée|soirée|continuation))` + space + `*(?:[,!.]` + space + `*)?(?:\n|\z)`)
	// A signature is a short line of its own that says nothing.
	signature = regexp.MustCompile(`\n[ \t]*(?:\[[^\[\]\n]{2,60}\]|(?:L[’']équipe|Le service|La direction|La mairie|Le pôle|Votre (?:service|mairie|équipe|conseiller|conseillère)|The team)(?:[ \x{00A0}][^\s.!?,:;]+){0,5})[ \t]*\z`)
	verb      = regexp.MustCompile(`(?i)[  ](?:est|sont|a|ont|reste|vous|se|peut|ouvre|ferme|sera)\b`)
	// Another speaker, whom the model lets answer.
	another = regexp.MustCompile(`(?i)\n[ \t]*(?:user|human|utilisateur|utilisatrice)[ \x{00A0}]*:`)
	// A note is the model's word about its answer, in a paragraph of its own.
	note = regexp.MustCompile(`(?i)\n[ \t]*[(\[*_]*(?:(?:note|remarque|n\.?b\.?|explications?|commentaire|p\.?s\.?)\b[^\n:]{0,30}:[^\n]*` + ofAnswers + `|cette réponse (?:respecte|suit|tient compte|est conçue)|ce texte (?:respecte|suit|tient compte)|(?:j[’']ai|je me suis) [^\n]*` + ofAnswers + `|n[’']hésitez pas à me (?:dire|indiquer|faire savoir|signaler) s|(?:souhaitez-vous|si vous (?:souhaitez|voulez)) que je |dites-moi si|let me know if (?:you(?:[’']d like| want)|this|any)|i hope this (?:reply|response|answer|helps)|i have (?:followed|written|tried)|this (?:response|reply|answer|text) (?:follows|respects|is written|adheres|avoids))`)
)

const ofAnswers = `(?:réponse|consigne|instruction|règle|contrainte|guideline|response|reply|prompt)`

// closingReach is how far from the end, in bytes, a closing formula may begin:
// the formula and a signature of some lines. Further up, the same words are
// part of what is said.
const closingReach = 300

// noteReach does the same for notes, which run longer.
const noteReach = 600

// withoutEnd takes off what stands behind the body.
func withoutEnd(body string) string {
	if strings.Contains(body, "\n") {
		body = withoutLastLines(body)
	}
	return beforeFormula(beforeFormula(body, closing), wishing)
}

func withoutLastLines(body string) string {
	if at := another.FindStringIndex(body); at != nil {
		body = strings.TrimSpace(body[:at[0]])
	}
	if at := note.FindStringIndex(body); at != nil && at[0] >= len(body)-noteReach {
		body = strings.TrimSpace(body[:at[0]])
	}
	if at := signature.FindStringIndex(body); at != nil && !verb.MatchString(body[at[0]:]) {
		body = strings.TrimSpace(body[:at[0]])
	}
	return body
}

func beforeFormula(body string, formula *regexp.Regexp) string {
	for _, at := range formula.FindAllStringSubmatchIndex(body, -1) {
		if at[2] >= len(body)-closingReach {
			return body[:at[2]]
		}
	}
	return body
}
