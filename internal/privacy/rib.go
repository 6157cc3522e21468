package privacy

import "strings"

// ribParts are the lengths of bank, branch, account and key; only an account
// holds letters.
var ribParts = []int{5, 5, 11, 2}

var ribLabels = []string{"code banque", "banque", "code guichet", "guichet", "agence", "numero de compte", "numero compte", "numero", "compte", "cle rib", "cle", "rib", "code", "n\x02", "no", "de", "du", "et", "est", "le", "la"}

// labelledRIB reads the four parts of a French account number, each after its
// label or not: "code banque 30004 guichet 00823 compte … clé 89".
func labelledRIB(lower string, i int) (string, int) {
	all, end := "", i
	for k, length := range ribParts {
		if k > 0 {
			end = pastLabels(lower, end)
		}
		take := figure
		if k == 2 {
			take = sign
		}
		part, next := gather(lower, end, length, take)
		if len(part) != length {
			return "", i
		}
		all, end = all+part, next
	}
	return all, end
}

// pastLabels is where the next part of an account number begins.
func pastLabels(lower string, i int) int {
	for range 8 {
		at := i
		for at < len(lower) && strings.IndexByte(" .-/\n\x1f,:;=()", lower[at]) >= 0 {
			at++
		}
		if w := wordIn(ribLabels, lower[at:]); w != "" {
			at += len(w)
		}
		if at == i {
			break
		}
		i = at
	}
	return i
}
