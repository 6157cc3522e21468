package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ecritoire": main})
}

// TestScripts lives whole review lives by verb, each in a profile of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "fr_FR.UTF-8")
			e.Setenv("LC_ALL", "")
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			return os.Mkdir(filepath.Join(e.WorkDir, "data"), 0o700)
		},
		Condition: condition,
	})
}

func condition(name string) (bool, error) {
	if name == "devfull" {
		_, err := os.Stat("/dev/full")
		return err == nil, nil
	}
	return false, nil
}
