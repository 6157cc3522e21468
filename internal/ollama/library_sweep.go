package ollama

import (
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// partKept is how long a copy that stopped half way waits for its stick.
const partKept = 7 * 24 * time.Hour

// Sweep tidies what interrupted imports and removals left, before the server
// is started and under the profile's lock: a partial copy is kept for a week,
// to be gone on with; entries without their model, models without their entry
// and files that belong to none are removed.
func (l *Library) Sweep() error {
	err := each(l.listed(), func(path string, _ fs.FileInfo) error {
		if name, isEntry := strings.CutSuffix(filepath.Base(path), ".json"); isEntry {
			return l.verify(name)
		}
		return os.Remove(path)
	})
	if err != nil {
		return ErrModelStore.With(err)
	}
	return l.prune()
}

// verify drops the entry of a model that is no longer whole on the disk.
func (l *Library) verify(name string) error {
	if _, err := l.read(name); err != nil {
		return err // never take a model away because a file cannot be read now
	}
	needed, err := blobsOf(l.manifest(name))
	for _, blob := range needed {
		if _, missing := os.Stat(filepath.Join(l.blobs(), blob)); missing != nil {
			err = missing
		}
	}
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errManifest) {
		slog.Warn("a model is no longer whole on the disk and leaves the list", "cause", err)
		return os.Remove(l.entry(name))
	}
	return err
}

// manifest is where Ollama keeps what a model without host or tag is made of.
func (l *Library) manifest(name string) string {
	return filepath.Join(l.manifests(), "registry.ollama.ai", "library", name, "latest")
}

// prune removes every manifest that has no entry, and every blob that no
// manifest left names.
func (l *Library) prune() error {
	entries, err := l.entries()
	if err != nil {
		return err
	}
	used := map[string]bool{}
	err = filepath.WalkDir(l.manifests(), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return missingIsEmpty(err)
		}
		if !entries[path] {
			return os.Remove(path)
		}
		needed, err := blobsOf(path)
		for _, blob := range needed {
			used[blob] = true
		}
		return err
	})
	if err != nil {
		return ErrModelStore.With(err)
	}
	return l.pruneBlobs(used)
}

// entries gives the manifests of the models that are listed.
func (l *Library) entries() (map[string]bool, error) {
	all := map[string]bool{}
	err := each(l.listed(), func(path string, _ fs.FileInfo) error {
		if name, isEntry := strings.CutSuffix(filepath.Base(path), ".json"); isEntry {
			all[l.manifest(name)] = true
		}
		return nil
	})
	if err != nil {
		return nil, ErrModelStore.With(err)
	}
	return all, nil
}

func (l *Library) pruneBlobs(used map[string]bool) error {
	err := each(l.blobs(), func(path string, info fs.FileInfo) error {
		name := info.Name()
		resumable := strings.HasPrefix(name, passing) && strings.HasSuffix(name, partial) && time.Since(info.ModTime()) < partKept
		if used[name] || resumable {
			return nil
		}
		return os.Remove(path)
	})
	if err != nil {
		return ErrModelStore.With(err)
	}
	return nil
}

// each calls do for every ordinary file of a folder; a folder that is not
// there has none.
func each(folder string, do func(path string, info fs.FileInfo) error) error {
	files, err := os.ReadDir(folder)
	if err != nil {
		return missingIsEmpty(err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err == nil && info.Mode().IsRegular() {
			err = do(filepath.Join(folder, f.Name()), info)
		}
		if missingIsEmpty(err) != nil {
			return err
		}
	}
	return nil
}

func missingIsEmpty(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

var errManifest = errors.New("a manifest that cannot be read")

// blobsOf gives the file names of the blobs that a manifest names.
func blobsOf(manifest string) ([]string, error) {
	raw, err := os.ReadFile(manifest)
	if err != nil {
		return nil, err
	}
	type layer struct {
		Digest string `json:"digest"`
	}
	var m struct {
		Config layer   `json:"config"`
		Layers []layer `json:"layers"`
	}
	if err := json.Unmarshal(raw, &m); err != nil || len(m.Layers) == 0 {
		return nil, errManifest
	}
	blobs := []string{}
	for _, l := range append(m.Layers, m.Config) {
		blobs = append(blobs, strings.Replace(l.Digest, ":", "-", 1))
	}
	return blobs, nil
}
