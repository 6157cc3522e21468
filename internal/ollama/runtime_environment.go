package ollama

import (
	"os"
	"path/filepath"
	"runtime"
)

// runtimeEnvironment is all that the server sees of ours, built from nothing:
// an OLLAMA_ variable or a proxy of the user's session never reaches it. What
// each line does stands in Ollama's envconfig/config.go, v0.17.4. Settings of
// speed (flash attention, type of the cache) belong here too.
func runtimeEnvironment(c RuntimeConfig, address string) []string {
	return append(append(ownLines(c), systemLines(c)...),
		"OLLAMA_HOST="+address,
		"OLLAMA_KEEP_ALIVE="+max(0, c.Keep).String(),
		"OLLAMA_MAX_LOADED_MODELS=1",
		"OLLAMA_NUM_PARALLEL=1",
		"OLLAMA_NO_CLOUD=1",
		"OLLAMA_REMOTES=127.0.0.1",
		"OLLAMA_NOPRUNE=1",
		"OLLAMA_NOHISTORY=1",
		"OLLAMA_DEBUG=0",
		"OLLAMA_FLASH_ATTENTION=0", // on a processor it reads long prompts slower: docs/decisions/0009-runtime.md
		"LANG=C.UTF-8",
	)
}

// ownLines are those that tell this profile's server from every other.
func ownLines(c RuntimeConfig) []string {
	return []string{"HOME=" + c.path("home"), "OLLAMA_MODELS=" + c.models()}
}

// systemLines is what a program needs to run at all.
func systemLines(c RuntimeConfig) []string {
	temporary := c.path("tmp")
	if runtime.GOOS != "windows" {
		return []string{"PATH=/usr/bin:/bin", "TMPDIR=" + temporary}
	}
	root := os.Getenv("SystemRoot")
	return []string{"SystemRoot=" + root, "windir=" + root, "SystemDrive=" + os.Getenv("SystemDrive"),
		"PATH=" + filepath.Join(root, "System32") + ";" + root,
		"USERPROFILE=" + c.path("home"), "LOCALAPPDATA=" + c.path("home"),
		"TEMP=" + temporary, "TMP=" + temporary}
}

// models is the private folder of models.
func (c RuntimeConfig) models() string { return filepath.Join(c.Dir, "models") }
