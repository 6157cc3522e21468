package reading

import "strings"

// articleAt reads a legal reference: "article L. 114-5", "art. R113-2",
// "loi n° 2000-321", "décret 2016-308".
func articleAt(s string, i int) (string, int) {
	w, end := wordAt(s, i)
	switch w {
	case "article", "articles", "art":
		return codeArticleAt(s, end)
	case "loi", "decret", "ordonnance", "arrete", "circulaire":
		return actAt(s, w, end)
	}
	return "", 0
}

func codeArticleAt(s string, i int) (string, int) {
	if i < len(s) && s[i] == '.' {
		i++
	}
	i = skipSpaces(s, i)
	letter := ""
	if i < len(s) && strings.IndexByte("lrda", s[i]) >= 0 {
		letter = s[i : i+1]
		for i++; i < len(s) && (s[i] == '.' || s[i] == '*' || s[i] == ' '); i++ {
		}
	}
	num, end := hyphenated(s, i)
	if end == 0 {
		return "", 0
	}
	return letter + num, end
}

func actAt(s, act string, i int) (string, int) {
	i = skipSpaces(s, i)
	if i+1 < len(s) && s[i] == 'n' && (s[i+1] == flatDegree || s[i+1] == 'o') {
		i = skipSpaces(s, i+2)
	}
	num, end := hyphenated(s, i)
	if end == 0 || !strings.Contains(num, "-") {
		return "", 0
	}
	return act + " " + num, end
}

// hyphenated reads digits joined by hyphens, "114-5-1".
func hyphenated(s string, i int) (string, int) {
	end := i
	for end < len(s) && (isDigit(s[end]) || s[end] == '-' && end > i) {
		end++
	}
	for end > i && s[end-1] == '-' {
		end--
	}
	if end == i {
		return "", 0
	}
	return s[i:end], end
}
