package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"

	"github.com/adrg/xdg"

	"ecritoire/internal/desk"
	"ecritoire/internal/intake"
	"ecritoire/internal/outbox"
	"ecritoire/internal/power"
	"ecritoire/internal/prompt"
	"ecritoire/internal/review"
	"ecritoire/internal/sheet"
	"ecritoire/internal/sqlite"
)

// openDesk wires a desk on a profile: the only place where all rooms meet.
func openDesk(ctx context.Context, dir string, write bool) (*desk.Desk, func() error, error) {
	if dir == "" {
		dir = profile()
	}
	open := sqlite.OpenToRead
	if write {
		open = func(ctx context.Context, dir string) (*sqlite.Store, error) {
			return sqlite.Open(ctx, dir, "ecritoire")
		}
	}
	store, err := open(ctx, dir)
	if err != nil {
		return nil, nil, err
	}
	log, err := openLog(dir)
	if err != nil {
		return nil, nil, errors.Join(sqlite.ErrNotAProfile.With(err), store.Close())
	}
	e, packs := newEngines(dir), sheet.NewShelf(filepath.Join(dir, "sheets"))
	if write {
		e.sweep()
	}
	d := desk.New(desk.Parts{Store: store, Open: openFile, Look: lookAt, Meaning: e.meaning, Again: again, Sample: openSample, Writer: e.writer, Engine: e.engine, Budget: e.budget,
		Sheets: packs, Templates: func() (prompt.Templates, error) { return templates(dir) }, Outbox: outbox.Write, OnBattery: power.OnBattery})
	return d, func() error { return errors.Join(e.runtime.Close(), packs.Close(), store.Close(), log.Close()) }, nil
}

// profile is the user's own profile folder.
func profile() string {
	if runtime.GOOS == "windows" {
		return filepath.Join(xdg.DataHome, "Ecritoire")
	}
	return filepath.Join(xdg.DataHome, "ecritoire")
}

// openLog sends the log to the profile. It holds codes, numbers and causes,
// never the text of a review.
func openLog(dir string) (io.Closer, error) {
	if err := os.MkdirAll(filepath.Join(dir, "logs"), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(filepath.Join(dir, "logs", "ecritoire.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	slog.SetDefault(slog.New(slog.NewJSONHandler(f, nil)))
	return f, nil
}

// file gives an intake file the desk's shape.
type file struct{ *intake.File }

// Name is the format's.
func (f file) Name() string { return f.Format }

// Key is the header's.
func (f file) Key() string { return f.File.Key }

func openFile(path string, o desk.OpenOptions) (desk.File, error) {
	f, err := intake.OpenAs(path, intake.Options(o))
	return file{f}, err
}

func lookAt(path string, o desk.OpenOptions) (review.Preview, error) {
	return intake.Look(path, intake.Options(o))
}

func again(from review.Origin, raw string) review.Row {
	return intake.Again(from.Format, from.Header, raw, from.Mapping)
}

func openSample() (desk.File, error) {
	f, err := intake.Sample()
	return file{f}, err
}
