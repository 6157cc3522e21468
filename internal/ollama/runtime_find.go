package ollama

import (
	"os"
	"path/filepath"
	"runtime"
)

// Find gives the path of the bundled server's program, "" when there is none:
// beside the application in a tree, under lib/ecritoire in a package, under
// runtime on Windows. ECRITOIRE_RUNTIME names another one.
func Find() string {
	if named := os.Getenv("ECRITOIRE_RUNTIME"); named != "" {
		return existing(named)
	}
	exe, err := os.Executable()
	if err != nil {
		return ""
	}
	if real, err := filepath.EvalSymlinks(exe); err == nil {
		exe = real // a package may link its verb into another folder
	}
	return findBeside(filepath.Dir(exe))
}

func findBeside(dir string) string {
	name := "ollama"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	for _, path := range []string{
		filepath.Join(dir, name),
		filepath.Join(dir, "runtime", "bin", name),
		filepath.Join(dir, "..", "lib", "ecritoire", "bin", name),
	} {
		if found := existing(path); found != "" {
			return found
		}
	}
	return ""
}

func existing(path string) string {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	if info, err := os.Stat(absolute); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return absolute
}
