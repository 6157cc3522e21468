package ollama

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"time"

	"ecritoire/internal/ollama/child"

	"github.com/ollama/ollama/api"
)

// RuntimeVersion is the version of Ollama that the application is built and
// tested with; its module pins the same.
const RuntimeVersion = "0.17.4"

const (
	upWithin = 30 * time.Second // a start takes under a second; a cold disk and a virus scanner more
	upTries  = 3                // ports: another program may take one before the server does
)

var (
	errEndedEarly = errors.New("the server ended before it was ready")
	errTooSlow    = errors.New("the server was not ready in time")
)

// up starts the server and waits until it answers. A server that ends at once
// is tried again on another port.
func (r *Runtime) up(ctx context.Context) (*child.Process, string, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, upWithin, errTooSlow)
	defer cancel()
	var last error
	for range upTries {
		p, address, err := r.try(ctx)
		if err == nil {
			return p, address, nil
		}
		if last = err; !errors.Is(err, errEndedEarly) {
			break
		}
	}
	if errors.Is(last, ErrRuntimeVersion) {
		return nil, "", last
	}
	return nil, "", ErrRuntimeStart.With(last)
}

func (r *Runtime) try(ctx context.Context) (*child.Process, string, error) {
	address, err := r.freePort()
	if err != nil {
		return nil, "", err
	}
	journal, err := openJournal(filepath.Join(r.config.Dir, "logs", "runtime.log"), "Listening on "+address+" ")
	if err != nil {
		return nil, "", err
	}
	cmd := exec.Command(r.config.Binary, "serve")
	cmd.Dir, cmd.Env = r.config.path(""), runtimeEnvironment(r.config, address)
	cmd.Stdout, cmd.Stderr = journal, journal
	p, err := child.Start(cmd)
	if err != nil {
		return nil, "", errors.Join(err, journal.Close())
	}
	go func() {
		<-p.Ended()
		_ = journal.Close() // nobody is left to tell
	}()
	if err := r.ready(ctx, p, journal.seen, address); err != nil {
		p.End(0)
		return nil, "", err
	}
	return p, address, nil
}

// ready waits until the server itself says that the port is its own, which no
// answer of the port can prove, then asks its version.
func (r *Runtime) ready(ctx context.Context, p *child.Process, listening <-chan struct{}, address string) error {
	select {
	case <-listening:
	case <-p.Ended():
		return fmt.Errorf("%w: %w", errEndedEarly, orNil(p.Err()))
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	version, err := healthy(ctx, p, address)
	if err != nil {
		return err
	}
	if version != RuntimeVersion {
		return ErrRuntimeVersion.Naming(version, RuntimeVersion)
	}
	return writeState(r.config, p.Mark(), address)
}

func orNil(err error) error {
	if err == nil {
		return errors.New("status 0")
	}
	return err
}

// healthy asks for the version until the server gives it: between its word in
// the log and its first answer it looks for processors' features.
func healthy(ctx context.Context, p *child.Process, address string) (string, error) {
	for {
		version, err := clientAt(address).Version(ctx)
		if err == nil {
			return version, nil
		}
		select {
		case <-p.Ended():
			return "", fmt.Errorf("%w: %w", errEndedEarly, orNil(p.Err()))
		case <-ctx.Done():
			return "", context.Cause(ctx)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// clientAt talks to a host:port of this workstation.
func clientAt(address string) *api.Client {
	return api.NewClient(&url.URL{Scheme: "http", Host: address}, localClient())
}
