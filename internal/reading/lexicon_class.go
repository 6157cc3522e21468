package reading

import "strings"

// name keeps a class of words; one that no line may name would go unseen.
func (lex *lexicon) name(line string) {
	fields := strings.Fields(line)
	lex.classes["<"+fields[1]+">"] = lex.spellOut(strings.Join(fields[2:], "/"))
}

// spellOut puts words in the place of the classes of a line.
func (lex *lexicon) spellOut(line string) string {
	for name, words := range lex.classes {
		line = strings.ReplaceAll(line, name, words)
	}
	if strings.ContainsAny(line, "<>") {
		panic("reading: a class of words without its words: " + line) // would show in the first test
	}
	return line
}
