package ollama

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ecritoire/internal/review"

	"github.com/ollama/ollama/api"
)

// LibraryConfig says where the models of a profile are and who runs them.
type LibraryConfig struct {
	Dir   string                                            // the profile's folder; models live in Dir/models. "" for a server that is not ours: only Bench works then
	Start func(context.Context) (address string, err error) // the server's address, started when needed
}

// Library is the models of one profile: files in its models folder, asked of
// the server when one must be made, tried or measured. One process at a time
// may change them: the profile's lock sees to that.
//
// Ollama keeps a model as a manifest (manifests/…/NAME/latest) that names the
// files it is made of (blobs/sha256-…). A model counts as imported only when
// listed/NAME.json is there, which is written last: whatever has no such entry
// is a leftover.
type Library struct {
	config LibraryConfig
	turn   chan struct{} // holds one token while somebody changes the library
	sync   int64         // bytes copied between two syncs to the disk
}

// syncEvery is how much of a copy may be lost with the power: a resumed copy
// begins again at the last whole stretch that is surely on the disk.
const syncEvery = 64 << 20

// NewLibrary opens nothing: folders are made when the first model comes.
func NewLibrary(c LibraryConfig) *Library {
	return &Library{config: c, turn: make(chan struct{}, 1), sync: syncEvery}
}

func (l *Library) blobs() string     { return filepath.Join(l.config.Dir, "models", "blobs") }
func (l *Library) listed() string    { return filepath.Join(l.config.Dir, "models", "listed") }
func (l *Library) manifests() string { return filepath.Join(l.config.Dir, "models", "manifests") }

// entry is the file that makes a model of the library one.
func (l *Library) entry(name string) string { return filepath.Join(l.listed(), name+".json") }

// alone waits for its turn to change the library; done gives it back.
func (l *Library) alone(ctx context.Context) (done func(), err error) {
	select {
	case l.turn <- struct{}{}:
		return func() { <-l.turn }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// List gives the models by name. It asks no server and waits for nobody.
func (l *Library) List(ctx context.Context) ([]review.Model, error) {
	files, err := os.ReadDir(l.listed())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, ErrModelStore.With(err)
	}
	all := []review.Model{}
	for _, f := range files {
		name, isEntry := strings.CutSuffix(f.Name(), ".json")
		if !isEntry {
			continue
		}
		m, err := l.read(name)
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b review.Model) int { return strings.Compare(a.Name, b.Name) })
	return all, ctx.Err()
}

// read gives one model; ErrNoModel when it is not in the library.
func (l *Library) read(name string) (review.Model, error) {
	var m review.Model
	raw, err := os.ReadFile(l.entry(name))
	if errors.Is(err, fs.ErrNotExist) {
		return m, ErrNoModel.Naming(name)
	}
	if err == nil {
		err = json.Unmarshal(raw, &m)
	}
	if err != nil {
		return m, ErrModelStore.With(err)
	}
	m.Name = name
	return m, nil
}

// find accepts a name as the server writes it, too: "name:latest".
func (l *Library) find(name string) (review.Model, error) {
	safe := strings.ToLower(strings.TrimSuffix(strings.TrimSpace(name), ":latest"))
	if safe == "" || safe != safeName(safe) {
		return review.Model{}, ErrNoModel.Naming(name)
	}
	return l.read(safe)
}

// client asks the server, which is started for it when it must be.
func (l *Library) client(ctx context.Context) (*api.Client, error) {
	address, err := l.config.Start(ctx)
	if err != nil {
		return nil, err
	}
	base, err := parseAddress(address)
	if err != nil {
		return nil, err
	}
	return api.NewClient(base, localClient()), nil
}

// Remove takes a model off the workstation, its file included. Stopped at any
// point, it is either still listed and whole, or gone from the list: Sweep then
// gives back what was left on the disk.
func (l *Library) Remove(ctx context.Context, name string) error {
	done, err := l.alone(ctx)
	if err != nil {
		return err
	}
	defer done()
	m, err := l.find(name)
	if err != nil {
		return err
	}
	client, err := l.client(ctx)
	if err != nil {
		return err
	}
	// Some systems do not let go of a file that is in use.
	if err := unload(ctx, client, m.Name); err != nil {
		return libraryError(err, m.Name)
	}
	if err := os.Remove(l.entry(m.Name)); err != nil {
		return ErrModelStore.With(err)
	}
	if err := deleteFrom(ctx, client, m.Name); err != nil {
		return libraryError(err, m.Name)
	}
	return l.prune()
}
