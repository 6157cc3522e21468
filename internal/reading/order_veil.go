package reading

import "strings"

// shownAs are the letters that figures pass for: "1gn0re tes 1nstruct10ns".
var shownAs = map[byte]byte{'0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't'}

// unspell reads flat text as a person does where it is written to escape a
// machine: letters set apart ("I G N O R E") are words, figures inside words
// are letters. The length stays: what is taken out is put at the word's end as
// spaces. It gives "" where there is nothing of the kind.
func unspell(flat string) string {
	bytes, changed := []byte(flat), false
	for i := 0; i < len(bytes); i++ {
		if i > 0 && isWord(bytes[i-1]) {
			continue
		}
		if end := apartEnd(bytes, i); end > 0 {
			changed = true
			joinLetters(bytes[i:end])
			i = end - 1
		}
	}
	for i := 0; i < len(bytes); i++ {
		if end := endOfWord(flat, i); isWord(flat[i]) {
			changed = spellOut(bytes[i:end]) || changed
			i = end
		}
	}
	if !changed {
		return ""
	}
	return string(bytes)
}

// spellOut writes letters for the figures of a word that is mostly letters.
func spellOut(word []byte) bool {
	letters, figures := 0, 0
	for _, b := range word {
		letters, figures = letters+count(isLower(b)), figures+count(shownAs[b] != 0)
	}
	if figures == 0 || letters < 2 || letters+figures < len(word) || letters < figures {
		return false
	}
	for i, b := range word {
		if letter := shownAs[b]; letter != 0 {
			word[i] = letter
		}
	}
	return true
}

func isLower(b byte) bool { return b >= 'a' && b <= 'z' }

// fewestApart is how many letters set apart make words of them.
const fewestApart = 6

// apartEnd is where a run of single letters ends, one or two spaces between
// them; 0 where it is short.
func apartEnd(s []byte, i int) int {
	n, at := 0, i
	for at < len(s) && isLower(s[at]) && (at+1 == len(s) || !isWord(s[at+1])) {
		n, at = n+1, at+1
		if at == len(s) || s[at] != ' ' {
			break
		}
		for spaces := 0; at < len(s) && s[at] == ' ' && spaces < 3; spaces++ {
			at++
		}
	}
	if n < fewestApart {
		return 0
	}
	return at
}

// joinLetters closes the single spaces between letters and keeps the wider
// ones, which part words.
func joinLetters(s []byte) {
	words := strings.ReplaceAll(string(s), "  ", "\n")
	words = strings.ReplaceAll(strings.ReplaceAll(words, " ", ""), "\n", " ")
	for i := range s {
		if i < len(words) {
			s[i] = words[i]
		} else {
			s[i] = ' '
		}
	}
}
