package ollama

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const longestName = 60

// importing is the name under which the server holds a model while it is being
// tried; its tag tells which.
const importing = "ecritoire-import"

var unsafeRunes = regexp.MustCompile(`[^a-z0-9._-]+`)

// reserved cannot be file names on Windows, whatever follows their dot.
var reserved = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"}

// safeName makes a name of any text that serves as a file's name on every
// system and as a model's name for the server: small letters, digits, and
// ". _ -" within. "" when nothing of the text can be kept.
func safeName(text string) string {
	text = unsafeRunes.ReplaceAllString(withoutAccents(strings.ToLower(text)), "-")
	text = strings.Trim(text, "._-")
	if len(text) > longestName {
		text = strings.Trim(text[:longestName], "._-")
	}
	stem, _, _ := strings.Cut(text, ".")
	if slices.Contains(reserved, stem) || text == importing || remoteName(text) {
		return ""
	}
	return text
}

func withoutAccents(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

// chooseName takes the name asked for, else the file's own, which is the one
// that the agent knows, else the one inside it.
func chooseName(asked string, s *source) (string, error) {
	if strings.TrimSpace(asked) != "" {
		if name := safeName(asked); name != "" {
			return name, nil
		}
		return "", ErrModelName
	}
	base := filepath.Base(s.path)
	for _, text := range []string{strings.TrimSuffix(base, filepath.Ext(base)), s.header.Name, "model"} {
		if name := safeName(text); name != "" {
			return name, nil
		}
	}
	return "", ErrModelName
}
