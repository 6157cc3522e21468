package reading

import (
	"strconv"
	"strings"
)

var seasons = map[string]string{"printemps": "-P-", "ete": "-E-", "automne": "-A-", "hiver": "-H-", "noel": "-12-25", "paques": "-Q-", "toussaint": "-11-01", "rentree": "-R-"}

// seasonAt reads "au printemps", "d’ici l’été 2027", "à la rentrée". "été" is
// mostly a verb: its article tells.
func seasonAt(s string, i int) (string, int) {
	w, end := wordAt(s, i)
	season := seasons[w]
	if season == "" || w == "ete" && (i == 0 || s[i-1] != '\'') && precedingWord(s, i) != "cet" || !dated(s, i, w) {
		return "", 0
	}
	if y, after := yearAfter(s, end); y > 0 {
		return strconv.Itoa(y) + season, after
	}
	return season, end
}

// dated tells the season that sets a time from the one that is only named
// ("bonne rentrée").
func dated(s string, i int, w string) bool {
	before := precedingWord(s, i)
	if before == "l" || before == "la" {
		before = precedingWord(s, i-len(before)-1)
		return strings.Contains(" a avant apres ici des depuis de jusqu pour pendant ", " "+before+" ") && (w != "rentree" || before != "pour" && before != "de")
	}
	return strings.Contains(" au ce cet a avant apres en depuis des pour ", " "+before+" ")
}
