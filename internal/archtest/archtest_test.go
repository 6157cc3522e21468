// Package archtest holds the rooms to their doors: which package may import
// which. It has no code of its own.
package archtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "ecritoire/"

// rooms says what each package may import of ours. A package that is not
// listed fails: new rooms are decided here.
var rooms = map[string][]string{
	"internal/review":       {},
	"internal/reading":      {"internal/review"},
	"internal/sqlite":       {"internal/review", "internal/reading"},
	"internal/intake":       {"internal/review", "internal/reading"},
	"internal/privacy":      {"internal/review", "internal/reading"},
	"internal/trame":        {"internal/review", "internal/reading"},
	"internal/ollama":       {"internal/review", "internal/reading", "internal/ollama/child", "internal/ollama/gguf"},
	"internal/ollama/child": {},
	"internal/ollama/gguf":  {},
	"internal/ollama/tiny":  {}, // for tests alone
	"internal/prompt":       {"internal/review", "internal/reading"},
	"internal/check":        {"internal/review", "internal/reading"},
	"internal/outbox":       {"internal/review", "internal/reading"},
	"internal/figures":      {"internal/review"},
	"internal/eval":         {"internal/review", "internal/reading"},
	"internal/answer":       {"internal/review", "internal/reading"},
	"internal/sheet":        {"internal/review", "internal/reading"},
	"internal/power":        {},
	"internal/instance":     {},
	"internal/desk":         {"internal/review", "internal/reading", "internal/privacy", "internal/prompt", "internal/check", "internal/figures", "internal/eval", "internal/answer"},
	"internal/cli":          {"internal/review", "internal/desk"},
	"app":                   {"internal/review", "internal/desk"},
	"frontend":              {},
	"internal/windowtest":   {},
	"internal/browsertest":  {},
	"":                      nil, // main wires everything
}

// only says which packages alone may import a library.
var only = map[string][]string{
	"github.com/wailsapp/wails":    {"", "app"},
	"github.com/ollama/ollama/api": {"internal/ollama"},
	"modernc.org/sqlite":           {"internal/sqlite", "internal/sheet"},
	"database/sql":                 {"internal/sqlite", "internal/sheet"},
	"github.com/spf13/cobra":       {"internal/cli"},
}

func TestImports(t *testing.T) {
	for _, file := range sources(t) {
		room := filepath.ToSlash(filepath.Dir(file.path))
		if room == "." {
			room = ""
		}
		allowed, known := rooms[room]
		if !known {
			t.Errorf("%s: the room %q is not in the list", file.path, room)
		}
		for _, path := range file.imports {
			if inner, ours := strings.CutPrefix(path, module); ours && room != "" && !slices.Contains(allowed, inner) {
				t.Errorf("%s may not import %s", file.path, inner)
			}
			for library, may := range only {
				if (path == library || strings.HasPrefix(path, library+"/")) && !slices.Contains(may, room) {
					t.Errorf("%s may not import %s", file.path, path)
				}
			}
		}
	}
}

// TestDomainIsPure: the domain imports the standard library only.
func TestDomainIsPure(t *testing.T) {
	for _, file := range sources(t) {
		if filepath.ToSlash(filepath.Dir(file.path)) != "internal/review" {
			continue
		}
		for _, path := range file.imports {
			if strings.Contains(strings.SplitN(path, "/", 2)[0], ".") {
				t.Errorf("%s imports %s", file.path, path)
			}
		}
	}
}

type source struct {
	path    string
	imports []string
}

// sources reads every Go file that is not a test; tests may reach further.
func sources(t *testing.T) []source {
	t.Helper()
	root := filepath.Join("..", "..")
	all := []source{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{"node_modules", ".git", "build", "archtest"}, d.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		s := source{path: rel}
		for _, i := range f.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			s.imports = append(s.imports, p)
		}
		all = append(all, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 40 {
		t.Fatalf("only %d files found: the walk is wrong", len(all))
	}
	return all
}
