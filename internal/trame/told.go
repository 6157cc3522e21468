package trame

import (
	"regexp"
	"slices"

	"ecritoire/internal/reading"
	"ecritoire/internal/review"
)

// told finds what an author who is not pleased tells without a word of blame:
// looked at only where nothing else was read, so that the reply is not one that
// could stand under any review.
var told = []struct {
	topic reading.Topic
	by    *regexp.Regexp
}{
	{"privacy", regexp.MustCompile(`(?i)\b(?:dossier|donn[eé]es|nom|adresse|compte|documents?|courrier)\b[^.!?]{0,30}(?:de quelqu.un d.autre|d.une autre personne|d.un inconnu|d.un autre usager)`)},
	{"site_bug", regexp.MustCompile(`(?i)\b(?:application|appli|site|page|logiciel|formulaire|bouton|lien)\b[^.!?]{0,40}\b(?:ne (?:lit|reconna[iî]t|s.ouvre|se lance|s.affiche|r[eé]pond|valide|charge)|n.(?:ouvre|affiche|enregistre|accepte)|reste blanche?|se ferme)\b`)},
	{"waste_missed", regexp.MustCompile(`(?i)\b(?:encombrants|poubelles?|bacs?|d[eé]chets|ordures|sacs? jaunes?)\b[^.!?]{0,60}(?:encore|toujours) (?:sur|dans|devant|l[àa])`)},
	{"amount", regexp.MustCompile(`(?i)\bmontants? (?:diff[eé]rents?|erron[eé]s?|faux|incoh[eé]rents?)|\ba (?:doubl[eé]|tripl[eé])(?:\PL|$)`)},
	{"counter_wait", regexp.MustCompile(`(?i)\b(?:heures?|minutes?)\b[^.!?]{0,12}\bdebout\b`)},
	{"documents_again", regexp.MustCompile(`(?i)\btout (?:est )?à (?:refaire|recommencer)\b|\bje r[eé]p[eè]te tout\b`)},
	{"delay", regexp.MustCompile(`(?i)\b(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|des) (?:semaines|mois|ans|ann[eé]es) pour\b`)},
	{"puzzled", regexp.MustCompile(`(?i)\bpourquoi\b[^.!?]{0,40}\b(?:n(?:e |.)|impossible|obligatoire|faut.il|doit.on)[^.!?]*\?`)},
}

// unblamed gives the first thing told, if any. "Pourquoi ne pas…" proposes.
func (in *tongue) unblamed(a reading.Analysis, r review.Review) []said {
	if r.Sentiment == review.Positive {
		return nil
	}
	text := clauses(r)
	for _, t := range told {
		if t.topic == "puzzled" && (len(a.Ideas) > 0 || plainly.MatchString(r.Text)) {
			continue
		}
		if t.by.MatchString(text) {
			return in.appendWorded(nil, said{t.topic, false})
		}
	}
	return nil
}

// standing are the blames that are a state: how long it has lasted is no wait.
var standing = []reading.Topic{"closed", "site_down", "waste_missed", "not_repaired"}

func stands(some []said) bool {
	return slices.ContainsFunc(some, func(s said) bool { return !s.good && slices.Contains(standing, s.topic) })
}

// codeLost finds a code or a message that never came: no answer is missed.
var codeLost = regexp.MustCompile(`(?i)\bcode\b[^.!?]{0,30}(?:jamais|pas|rien)\s+(?:encore\s+)?re[cç]u`)

// lessSo finds the half of a sentence that praises the other half alone.
var lessSo = regexp.MustCompile(`(?i)\b(?:beaucoup|bien|nettement) moins\b|\bmoins (?:bien|pratique|simple|clair)`)
