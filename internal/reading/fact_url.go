package reading

import "strings"

// The endings that make a bare name a link. Those that are French words
// ("me", "de", "tel") would take glued sentences ("merci.de") for links: they
// need a scheme, "www." or a path.
var linkEndings = wordSet("fr com org net eu info example gouv io re app biz ly be ch lu bzh paris alsace corsica eus cat gov edu uk us ca xyz " +
	"nc pf gp mq gf yt wf pm online site shop store top click link website web digital agency services support ru cn gg ai dev tk ml cc ws tv co in asia invalid test")

// Schemes that open something when they are clicked.
var schemes = []string{"https://", "http://", "hxxps://", "hxxp://", "ftp://"}

// urlAt reads a link with its scheme, with www, with a known ending, or an
// account such as "@mairie". Its norm drops the scheme, "www." and the final
// "/".
func urlAt(s string, i int) (string, int) {
	if s[i] == '@' {
		return accountAt(s, i)
	}
	host := i
	for _, p := range schemes {
		if strings.HasPrefix(s[i:], p) {
			host = i + len(p)
		}
	}
	end := domainEnd(s, host)
	if host > i && end == 0 { // an address in figures, a name without a dot
		if end = pathEnd(s, host); end > host {
			return s[host:end], end
		}
		return "", 0
	}
	if end == 0 || host == i && !linkLike(s[i:end]) && !hasPath(s, end) || end < len(s) && s[end] == '@' {
		return spelledAt(s, host)
	}
	name := end
	if end < len(s) && s[end] == ':' { // a port
		if _, after := intAt(s, end+1); after > 0 {
			end, name = after, after
		}
	}
	if end < len(s) && strings.IndexByte("/?#", s[end]) >= 0 {
		end = pathEnd(s, end)
	}
	norm := strings.TrimPrefix(s[host:max(name, end)], "www.")
	return strings.TrimRight(norm, "/"), end
}

func linkLike(name string) bool {
	return strings.HasPrefix(name, "www.") || linkEndings[name[strings.LastIndexByte(name, '.')+1:]]
}

// hasPath tells a path that follows a dotted name: a letter after the "/",
// so that "1.500/2" is none.
func hasPath(s string, i int) bool {
	return i+1 < len(s) && s[i] == '/' && s[i+1] >= 'a' && s[i+1] <= 'z' && s[i-1] >= 'a' && s[i-1] <= 'z'
}

func pathEnd(s string, i int) int {
	for i < len(s) && s[i] > ' ' && strings.IndexByte("\"<>()", s[i]) < 0 {
		i++
	}
	for i > 0 && strings.IndexByte(".,;:!?'", s[i-1]) >= 0 {
		i--
	}
	return i
}

// accountAt reads the name of an account on a social network: "@valbourg".
func accountAt(s string, i int) (string, int) {
	end := i + 1
	for end < len(s) && (isWord(s[end]) || s[end] == '_') {
		end++
	}
	if end-i < 4 || i > 0 && s[i-1] > ' ' && s[i-1] != '(' && s[i-1] != '"' {
		return "", 0
	}
	return s[i:end], end
}

// Ways to spell the dot of a link so that machines do not see it.
var dots = []string{" point ", " dot ", "[.]", "(.)", "[dot]", "(dot)", " . ", " .", ". ", "[point]", "(point)"}

// spelledAt reads "mairie-valbourg point fr".
func spelledAt(s string, i int) (string, int) {
	end, limit := i, min(len(s), i+64)
	for end < limit && (isWord(s[end]) || s[end] == '-') {
		end++
	}
	for _, d := range dots {
		if end == i || !strings.HasPrefix(s[end:], d) {
			continue
		}
		after, last := wordAt(s, end+len(d))
		if linkEndings[after] && (d[0] != '.' || surelyLink(s, i, end, last)) && !strings.HasPrefix(s[last:], "'") {
			return strings.TrimPrefix(s[i:end], "www.") + "." + after, last
		}
	}
	return "", 0
}

// surelyLink tells "valbourg. fr" from the end of a sentence: nothing but the
// end or a sign follows, and the ending is no word.
func surelyLink(s string, i, end, last int) bool {
	return strings.Contains(" fr com org net eu ", " "+s[end+2:last]+" ") && end-i > 2 && (last == len(s) || s[last] != ' ')
}
