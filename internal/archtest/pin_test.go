package archtest

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"ecritoire/internal/ollama"
)

// TestOneOllama: the client that the application talks with, the server that
// is built and the version that is asked of it are the same.
func TestOneOllama(t *testing.T) {
	pinned := regexp.MustCompile(`(?m)^(?:require )?\s*github\.com/ollama/ollama v(\S+)`)
	for _, module := range []string{"go.mod", filepath.Join("build", "runtime", "go.mod")} {
		text, err := os.ReadFile(filepath.Join("..", "..", module))
		if err != nil {
			t.Fatal(err)
		}
		found := pinned.FindSubmatch(text)
		if found == nil || string(found[1]) != ollama.RuntimeVersion {
			t.Errorf("%s pins %s, the application asks for %s", module, found, ollama.RuntimeVersion)
		}
	}
}
