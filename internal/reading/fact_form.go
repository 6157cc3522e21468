package reading

// Words that announce the number of a form.
var formWords = wordSet("cerfa formulaire formulaires imprime declaration notice form")

// formAt reads a numbered form: "cerfa n° 12100*02", "formulaire 2042". Its
// norm is the number without its edition.
func formAt(s string, i int) (string, int) {
	w, at := wordAt(s, i)
	if !formWords[w] {
		return "", 0
	}
	for range 3 { // "formulaire cerfa numéro"
		at = skipNumberSign(s, at)
		next, end := wordAt(s, at)
		if next != "cerfa" && next != "numero" && next != "no" {
			break
		}
		at = end
	}
	return formNumber(s, skipNumberSign(s, at))
}

func skipNumberSign(s string, i int) int {
	i = skipSpaces(s, i)
	if i+1 < len(s) && s[i] == 'n' && s[i+1] == flatDegree {
		i = skipSpaces(s, i+2)
	}
	return i
}

// formNumber reads "12100*02", "2042-C", "S1106", "12 100".
func formNumber(s string, i int) (string, int) {
	end, digits := i, 0
	for end < len(s) && (isWord(s[end]) && s[end] != flatLetter || s[end] == '-' && end > i) {
		if isDigit(s[end]) {
			digits++
		}
		end++
	}
	if end > i && s[end-1] == '-' {
		end--
	}
	if digits < 1 || digits < 2 && end-i != 2 {
		return "", 0
	}
	norm := s[i:end]
	if digits == end-i && groupAt(s, end) && digits <= 2 {
		norm, end = norm+s[end+1:end+4], end+4
	}
	if end+1 < len(s) && s[end] == '*' {
		_, after := intAt(s, end+1)
		end = max(end, after)
	}
	return norm, end
}
