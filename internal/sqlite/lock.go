package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// lock is the profile's: one writer at a time, held by the operating system,
// so that a killed holder frees it. A file beside it says who holds it.
type lock struct {
	file   *flock.Flock
	holder string
}

func take(dir, purpose string) (*lock, error) {
	l := &lock{file: flock.New(filepath.Join(dir, "lock")), holder: filepath.Join(dir, "lock.holder")}
	got, err := l.file.TryLock()
	if err != nil {
		return nil, ErrNotAProfile.With(err)
	}
	if !got {
		return nil, ErrBusy.Naming(l.who())
	}
	note := fmt.Sprintf("%s (processus %d)", purpose, os.Getpid())
	if err := os.WriteFile(l.holder, []byte(note), 0o600); err != nil {
		return nil, errors.Join(ErrNotAProfile.With(err), l.file.Unlock())
	}
	return l, nil
}

func (l *lock) who() string {
	name, err := os.ReadFile(l.holder)
	if err != nil || len(name) == 0 {
		return "ecritoire"
	}
	return string(name)
}

func (l *lock) free() error { return l.file.Unlock() }
