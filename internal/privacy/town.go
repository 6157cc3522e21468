package privacy

import "strings"

// complements stand between the street and the town, each with one or two
// words or figures of its own.
var complements = set("appartement appt apt app bat batiment escalier esc etage porte hall entree residence res bp cs tsa lieu-dit cedex immeuble imm tour")

// complementEnd takes "appt 12", "bâtiment B", "à Valbourg" after the street.
func (p *page) complementEnd(end int) int {
	for range 4 {
		end += floorLength(p.lower[end:min(len(p.lower), end+40)])
		at := end
		for at < len(p.flat) && at-end < mostBetween && strings.IndexByte(" ,-\n(", p.flat[at]) >= 0 {
			at++
		}
		stop := letterEnd(p.flat, at)
		if complements[p.lower[at:stop]] {
			end = p.valueEnd(stop)
			continue
		}
		if p.lower[at:stop] == "a" {
			at = skipSeparators(p.flat, stop)
			stop = letterEnd(p.flat, at)
		}
		if w := p.lower[at:stop]; w != "" && isUpper(p.flat[at]) && !p.loud && !plainWords[w] && (known().towns[w] || p.lower[max(0, at-2):at] == "a ") && at-end <= 4 {
			end = p.capitalRun(stop)
		}
		break
	}
	return end
}

func letterEnd(s string, i int) int {
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	return i
}

// valueEnd takes the figure or letter, or the name, of a complement.
func (p *page) valueEnd(i int) int {
	at := skipSeparators(p.flat, i)
	end := at
	for end < len(p.flat) && isAlnum(p.flat[end]) {
		end++
	}
	if end == at || end-at > 4 && !isUpper(p.flat[at]) && digitsIn(p.flat[at:end]) == 0 {
		return i
	}
	return end
}

func (p *page) capitalRun(end int) int {
	for {
		at := end
		if at < len(p.flat) && (p.flat[at] == '-' || p.flat[at] == ' ' || p.flat[at] == '\'') {
			at++
		}
		stop := letterEnd(p.flat, at)
		if stop > at && p.flat[at-1] == '-' || stop > at && isUpper(p.flat[at]) && !plainWords[p.lower[at:stop]] && at == end+1 {
			end = stop
			continue
		}
		return end
	}
}

// mostDetour is how far the postcode may stand from the street's name.
const mostDetour = 70

// townEnd looks for a postcode after i, over complements where detour allows
// them, and reads its commune; 0 where there is none.
func (p *page) townEnd(i int, detour bool) int {
	at, limit := i, min(len(p.flat), i+8)
	if detour {
		limit = min(len(p.flat), i+mostDetour)
	}
	for ; at < limit; at++ {
		if b := p.flat[at]; isDigit(b) && !isDigit(p.flat[at-1]) {
			code, end := gather(p.flat, at, 5, postSign)
			if len(code) == 5 && end-at <= 6 && strings.Trim(p.flat[at:end], "0123456789OoIlLi ") == "" && ends(p.flat, end) && len(townsOf(code)) > 0 && !p.boxNumber(at) && (!detour || p.detourOf(i, at)) {
				return p.communeEnd(code, end)
			}
		} else if b == '!' || b == '?' || strings.IndexByte(".;", b) >= 0 && at+1 < len(p.flat) && p.flat[at+1] == ' ' && at > i+5 {
			return 0
		}
	}
	return 0
}

// boxNumber reports whether five digits are those of a "CS 97222" or a "TSA".
func (p *page) boxNumber(at int) bool {
	before := strings.TrimRight(p.lower[max(0, at-5):at], " .")
	return strings.HasSuffix(before, "cs") || strings.HasSuffix(before, "tsa") || strings.HasSuffix(before, "bp")
}

func postSign(_ int, b byte) byte { return digitOf(b) }

// detourOf allows few words between the street and its postcode, none of them
// a tool of grammar.
func (p *page) detourOf(i, at int) bool {
	words := strings.FieldsFunc(p.lower[i:at], func(r rune) bool { return r > 0x7f || !isLetter(byte(r)) })
	for i, w := range words {
		if tools[w] && (len(w) > 1 || i == 0 || !complements[words[i-1]]) {
			return false
		}
	}
	return len(words) <= 7
}

// communeEnd takes the commune of the postcode, or the capitals that stand
// where it should, and "cedex".
func (p *page) communeEnd(code string, end int) int {
	at := end
	for at < len(p.flat) && at-end < mostBetween && strings.IndexByte(" ,-\n(\x1f", p.flat[at]) >= 0 {
		at++
	}
	if at == end && at < len(p.flat) && !isLetter(p.flat[at]) {
		return end
	}
	best := 0
	rest := strings.NewReplacer("-", " ", "\n", " ").Replace(p.lower[at:min(len(p.lower), at+50)])
	for _, town := range townsOf(code) {
		for _, form := range []string{town, strings.Replace(town, "saint ", "st ", 1), strings.Replace(town, "sainte ", "ste ", 1)} {
			if strings.HasPrefix(rest, form) && len(form) > best && (len(rest) == len(form) || !isLetter(rest[len(form)])) {
				best = len(form)
			}
		}
	}
	if best > 0 {
		end = at + best
	} else if at < len(p.flat) && isUpper(p.flat[at]) && !plainWords[p.lower[at:letterEnd(p.flat, at)]] {
		end = p.capitalRun(letterEnd(p.flat, at))
	}
	if tail := p.lower[end:min(len(p.lower), end+6)]; tail == " cedex" {
		end = p.valueEnd(end + 6)
	}
	return end
}
