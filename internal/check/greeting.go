package check

import (
	"slices"
	"strings"

	"ecritoire/internal/review"
)

var greetings = []string{"bonjour", "bonsoir", "madame", "monsieur", "mesdames", "messieurs", "mme", "m.", "cher ", "chere ", "chers ", "cheres ",
	"hello", "dear", "good morning", "good afternoon", "hola", "buenos", "buenas", "estimad", "ola", "caro ", "cara ", "guten tag", "hallo", "sehr geehrte", "buongiorno", "gentile"}

// greeting warns of a reply that does not say hello in its first three lines.
// A letter may open with its references: there any line will do.
func greeting(s *subject) []review.Finding {
	lines := slices.DeleteFunc(strings.Split(s.lower, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
	if s.Channel != Paper {
		lines = lines[:min(3, len(lines))]
	}
	if slices.ContainsFunc(lines, s.greets) {
		return nil
	}
	hello := strings.TrimSpace(s.Service.Greeting)
	if hello == "" {
		hello = "Bonjour,"
	}
	hello += "\n\n"
	return []review.Finding{{Severity: review.Warn, Repair: &hello, Message: review.Text{
		FR: "La réponse ne salue pas\u00a0: commencez par «\u00a0Bonjour\u00a0».",
		EN: "The reply does not greet: begin with “Bonjour”."}}}
}

func (s *subject) greets(line string) bool {
	line = strings.TrimSpace(line)
	if own := strings.TrimSpace(plain(s.Service.Greeting)); own != "" && strings.HasPrefix(line, own) {
		return true
	}
	return slices.ContainsFunc(greetings, func(g string) bool { return strings.HasPrefix(line, g) })
}
