package reading

import (
	"strings"
	"unicode"
)

// items tells where the points of lists begin that may have lost their line
// breaks ("1) … 2) …", "- … - …", "• …"), and where the mark of each ends.
func items(runes []rune) map[int]int {
	all := map[int]int{}
	for from := 0; from < len(runes); {
		to := from
		for to < len(runes) && runes[to] != '\n' {
			to++
		}
		bullets(runes, from, to, all)
		dashes(runes, from, to, all)
		from = to + 1
	}
	numbers(runes, all)
	return all
}

// bullets finds the signs that only begin points.
func bullets(runes []rune, from, to int, all map[int]int) {
	for i := from; i < to; i++ {
		if runes[i] >= '•' && strings.ContainsRune("•●▪‣◦►➢", runes[i]) && afterBlank(runes, i) {
			all[i] = i + 1
		}
	}
}

func afterBlank(runes []rune, i int) bool { return i == 0 || blank(runes[i-1]) }

// dashes finds the points of one line: a dash begins it, or follows a colon,
// and the same sign comes again, glued to the word before or not. Where several
// lines begin so, the list kept its breaks, and what stands between two dashes
// is an aside.
func dashes(runes []rune, from, to int, all map[int]int) {
	found := []int{}
	for i := from; i+1 < to; i++ {
		if !isDash(runes[i]) || !blank(runes[i+1]) {
			continue
		}
		if len(found) == 0 && afterBlank(runes, i) || len(found) > 0 && follows(runes, found[0], found[len(found)-1], i) {
			found = append(found, i)
		}
	}
	if len(found) < 2 || !opensList(runes, from, found[0]) || dashedLine(runes, to+1) || from > 0 && dashedLine(runes, lineStart(runes, from-1)) {
		return
	}
	for _, i := range found {
		all[i] = i + 1
	}
}

// follows tells whether a dash begins the next point of a list: it is the sign
// of the first, and no sentence of another kind began since the last.
func follows(runes []rune, first, last, at int) bool {
	if runes[at] != runes[first] || wordBefore(runes, at) == "rendez" {
		return false
	}
	end := at
	for end > last && blank(runes[end-1]) {
		end--
	}
	if strings.ContainsRune(".!?;…", runes[end-1]) {
		return true
	}
	for i := last + 1; i+1 < end; i++ {
		if strings.ContainsRune(".!?", runes[i]) && blank(runes[i+1]) {
			return false
		}
	}
	return true
}

func isDash(r rune) bool { return r == '-' || r == '*' || r == '–' || r == '—' }

// opensList tells whether only blanks, or a colon, stand before a mark.
func opensList(runes []rune, from, at int) bool {
	for at > from && blank(runes[at-1]) {
		at--
	}
	return at == from || runes[at-1] == ':'
}

func lineStart(runes []rune, at int) int {
	for at > 0 && runes[at-1] != '\n' {
		at--
	}
	return at
}

// dashedLine tells whether the line at a place begins with a dash.
func dashedLine(runes []rune, at int) bool {
	for at < len(runes) && runes[at] != '\n' && blank(runes[at]) {
		at++
	}
	return at < len(runes) && isDash(runes[at])
}

// numbers finds points numbered in their order from 1, or lettered from a.
func numbers(runes []rune, all map[int]int) {
	row := [][2]int{}
	file := func() {
		for _, m := range row {
			if len(row) > 1 {
				all[m[0]] = m[1]
			}
		}
		row = nil
	}
	for i := range runes {
		n, end := numbered(runes, i)
		switch {
		case n == 0:
		case n == 1 && (runes[end-1] == ')' || opensItem(runes, i)):
			file()
			row = [][2]int{{i, end}}
		case n == len(row)+1 && len(row) > 0 && sameMark(runes, row[0], i, end):
			row = append(row, [2]int{i, end})
		}
	}
	file()
}

// opensItem tells whether a sentence may begin at a mark that numbers inside
// sentences bear too ("étape 1.").
func opensItem(runes []rune, at int) bool {
	for at > 0 && runes[at-1] != '\n' && blank(runes[at-1]) {
		at--
	}
	return at == 0 || strings.ContainsRune("\n.:;!?", runes[at-1])
}

// sameMark tells whether two marks end alike and are both letters or numbers.
func sameMark(runes []rune, first [2]int, at, end int) bool {
	return runes[first[1]-1] == runes[end-1] && unicode.IsDigit(runes[first[0]]) == unicode.IsDigit(runes[at])
}

// numbered reads a mark such as "1)", "2.", "3°)", "b)": its number, 0 for
// none, and its end.
func numbered(runes []rune, i int) (n, end int) {
	if runes[i] > 'h' || !afterBlank(runes, i) {
		return 0, 0
	}
	for end = i; end < len(runes) && end < i+2 && runes[end] >= '0' && runes[end] <= '9'; end++ {
		n = n*10 + int(runes[end]-'0')
	}
	letter := end == i && runes[i] >= 'a' && runes[i] <= 'h'
	if letter {
		n, end = int(runes[i]-'a')+1, i+1
	}
	if end < len(runes) && n > 0 && runes[end] == '°' {
		end++
	}
	if end+1 >= len(runes) || n == 0 || !strings.ContainsRune(").-/", runes[end]) || letter && runes[end] != ')' || unicode.IsDigit(runes[end+1]) || inBrackets(runes, i) {
		return 0, 0
	}
	return n, end + 1
}

// inBrackets tells "(annexe 1)" from a mark.
func inBrackets(runes []rune, i int) bool {
	for j := i - 1; j >= max(0, i-addressMost) && runes[j] != '\n' && runes[j] != ')'; j-- {
		if runes[j] == '(' {
			return true
		}
	}
	return false
}
