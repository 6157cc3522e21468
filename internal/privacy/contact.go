package privacy

import (
	"slices"
	"strings"
)

// roles are the local parts of addresses that belong to a service.
var roles = []string{"contact", "accueil", "mairie", "info", "infos", "service", "support", "noreply", "no-reply", "ne-pas-repondre", "nepasrepondre", "etat-civil", "etatcivil", "secretariat", "courrier", "dpo", "webmaster", "admin", "reclamation", "reclamations", "urbanisme", "prefecture"}

// The ways to write the at sign; the spaced ones count only before a domain.
var ats = []string{"@", " @ ", "@ ", " @", "(at)", "[at]", " (at) ", " [at] ", " arobase ", " at ", "(arobase)", " (arobase) ", "[arobase]", " [arobase] ", " arobas ", "(a)", "[a]", "@\n", "{at}", " {at} ", "\n@", "&#64;", " arrobase ", " arobaz ", chez}

// chez is an at sign only before a dot that is written out: "contrat chez
// exemple.fr" is none.
const chez = " chez "

// emails finds e-mail addresses, the at sign and the dots written out too.
func emails(p page) []Span {
	found := []Span{}
	for _, way := range ats {
		for from := 0; ; {
			at := strings.Index(p.lower[from:], way)
			if at < 0 {
				break
			}
			at += from
			from = at + len(way)
			start, end := localStart(p.lower, at, strings.Contains(way, "a")), domainEnd(p.lower, from, way != "@")
			if start < at && end > from && !isRole(p.lower[start:at], p.lower[from:end]) && (way != chez || strings.Contains(p.lower[from:end], " point ")) {
				found = append(found, span(Email, start, end))
			}
		}
	}
	return found
}

// officials are domains of public bodies, as their own sites print them.
var officials = []string{"gouv.fr", "justice.fr", "service-public.fr", "ameli.fr", "caf.fr", "urssaf.fr", "pole-emploi.fr", "francetravail.fr", "cnav.fr", "carsat.fr", "ants.fr"}

// isRole reports whether an address belongs to a service and not to a person:
// a role before the at sign or, at a public body, anything but "given.family".
func isRole(local, domain string) bool {
	if slices.Contains(roles, local) {
		return true
	}
	for _, d := range officials {
		if domain == d || strings.HasSuffix(domain, "."+d) || strings.HasPrefix(domain, d) {
			given, _, dotted := strings.Cut(local, ".")
			return !dotted || digitsIn(local) > 0 || !isGiven(given) && !(stranger(given) && len(given) > 3)
		}
	}
	return false
}

// localStart goes back over a local part, 64 signs at most (RFC 5321), and
// over its dots in words where the at sign is in words.
func localStart(s string, at int, spoken bool) int {
	i := at
	for i > 0 && at-i < 64 && (isAlnum(s[i-1]) || strings.IndexByte("._%+-", s[i-1]) >= 0) {
		i--
	}
	for i < at && !isAlnum(s[i]) {
		i++
	}
	if start := overDot(s, i); !spoken || start < i {
		return start
	}
	return overWrittenDot(s, i)
}

// overWrittenDot goes on over "jeanne point talec".
func overWrittenDot(s string, i int) int {
	for _, dot := range []string{" point ", " dot ", " tiret "} {
		if first, ok := strings.CutSuffix(s[:i], dot); ok {
			for i = len(first); i > 0 && isAlnum(s[i-1]); {
				i--
			}
			return overWrittenDot(s, i)
		}
	}
	return i
}

// overDot goes on over "jeanne . talec", where the word before the dot ends no
// sentence.
func overDot(s string, i int) int {
	first, ok := strings.CutSuffix(s[:i], " . ")
	if !ok {
		return i
	}
	start := len(first)
	for start > 0 && isAlnum(s[start-1]) {
		start--
	}
	if w := s[start:len(first)]; w == "" || known().everyday[w] && !isGiven(w) {
		return i
	}
	return start
}

// endings are the domains that people most often write after a stray space.
var endings = set("fr com net org eu be ch re")

func endOfLabel(s string, i int) int {
	for i < len(s) && (isAlnum(s[i]) || s[i] == '-') {
		i++
	}
	return i
}

var writtenDots = []string{" point ", " . ", ". ", " .", " dot ", "(point)"}

// domainEnd reads labels and dots; the dot may be written out where the at
// sign was. 0 where there is no ending of two letters or more.
func domainEnd(s string, i int, loose bool) int {
	dots, label, end := 0, i, i
	for {
		label = end
		for end < len(s) && end-i < 254 && (isAlnum(s[end]) || s[end] == '-' && end > label) {
			end++
		}
		if end == label {
			return 0
		}
		gap := 0
		if end+1 < len(s) && s[end] == '.' && isAlnum(s[end+1]) {
			gap = 1
		} else if gap = len(wordIn(writtenDots, s[end:])); gap > 0 && !endings[s[end+gap:endOfLabel(s, end+gap)]] && (!loose || dots > 0) {
			gap = 0
		}
		if end+1 < len(s) && s[end] == ',' && endings[s[end+1:endOfLabel(s, end+1)]] {
			gap = 1 // the key beside the dot
		}
		if gap == 0 || end+gap >= len(s) || !isAlnum(s[end+gap]) {
			break
		}
		dots, end = dots+1, end+gap
	}
	if dots == 0 || end-label < 2 || strings.ContainsAny(s[label:end], "0123456789") {
		return 0
	}
	return end
}
