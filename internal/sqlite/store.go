// Package sqlite keeps a profile: one folder with the database of the queue,
// its backups and its lock. All SQL of the queue stands here, in schema/ and
// in one file per aggregate.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"ecritoire/internal/review"
)

// Store is an open profile.
type Store struct {
	db   *sql.DB
	mu   sync.Mutex // writers queue here: SQLite would let them wait five seconds, and an import may take longer
	dir  string
	lock *lock
}

// Open opens the profile in dir for writing and makes it where there is
// none. It takes the profile's lock (ErrBusy names its holder; purpose says
// who we are), brings the schema up to date after a backup, ends a purge that
// was cut off, and frees the reviews that a crash left in drafting.
func Open(ctx context.Context, dir, purpose string) (*Store, error) {
	if err := os.MkdirAll(filepath.Join(dir, "backups"), 0o700); err != nil {
		return nil, ErrNotAProfile.With(err)
	}
	l, err := take(dir, purpose)
	if err != nil {
		return nil, err
	}
	// A folder that was there already may be open to others.
	if err := os.Chmod(dir, 0o700); err != nil {
		return nil, errors.Join(ErrNotAProfile.With(err), l.free())
	}
	s, err := open(ctx, dir, l)
	if err != nil {
		return nil, errors.Join(err, l.free())
	}
	return s, nil
}

func open(ctx context.Context, dir string, l *lock) (*Store, error) {
	db, err := pool(filepath.Join(dir, "desk.db"), false)
	if err != nil {
		return nil, explain(err)
	}
	s := &Store{db: db, dir: dir, lock: l}
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(explain(err), db.Close())
	}
	return s, nil
}

func (s *Store) prepare(ctx context.Context) error {
	if err := migrate(ctx, s.db, filepath.Join(s.dir, "backups")); err != nil {
		return err
	}
	if err := s.finishPurge(ctx); err != nil {
		return err
	}
	if err := settleLate(ctx, s.db, time.Now()); err != nil {
		return err
	}
	return s.recover(ctx)
}

// OpenToRead opens the profile in dir without its lock and without changing
// anything. A profile that is not there yet, or whose schema is older, is
// first opened for writing.
func OpenToRead(ctx context.Context, dir string) (*Store, error) {
	path := filepath.Join(dir, "desk.db")
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return Open(ctx, dir, "ecritoire")
	}
	db, err := pool(path, true)
	if err != nil {
		return nil, explain(err)
	}
	v, err := version(ctx, db)
	switch {
	case err != nil:
		return nil, errors.Join(explain(err), db.Close())
	case v > latest():
		return nil, errors.Join(ErrNewerSchema, db.Close())
	case v < latest():
		return reopen(ctx, db, dir)
	}
	return &Store{db: db, dir: dir}, nil
}

func reopen(ctx context.Context, db *sql.DB, dir string) (*Store, error) {
	if err := db.Close(); err != nil {
		return nil, explain(err)
	}
	return Open(ctx, dir, "ecritoire")
}

// Close ends the work with the profile and gives its lock back.
func (s *Store) Close() error {
	err := explain(s.db.Close())
	if s.lock != nil {
		err = errors.Join(err, s.lock.free())
	}
	return err
}

// Each connection has a page cache of its own: an agent who leafs through a
// large queue must not open a hundred of them.
const (
	connections     = 6
	idleConnections = 2
	cacheKiB        = 8 << 10
)

func pool(path string, readOnly bool) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn(path, readOnly))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(idleConnections)
	return db, nil
}

// dsn names the database with its pragmas, so that every pooled connection
// has them. FULL: what is acknowledged survives a power cut.
func dsn(path string, readOnly bool) string {
	pragmas := []string{"foreign_keys(1)", "busy_timeout(5000)", "temp_store(MEMORY)",
		"cache_size(-" + strconv.Itoa(cacheKiB) + ")", "secure_delete(1)", "trusted_schema(0)"}
	q := url.Values{"_txlock": {"immediate"}}
	if readOnly {
		q.Set("mode", "ro")
		q.Set("_txlock", "deferred")
	} else {
		pragmas = append(pragmas, "journal_mode(WAL)", "synchronous(FULL)")
	}
	q["_pragma"] = pragmas
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + q.Encode()
}

// within runs one transaction and commits it, or rolls it back on error.
func (s *Store) within(ctx context.Context, work func(*sql.Tx) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	if err := work(tx); err != nil {
		return errors.Join(explain(err), rollback(tx))
	}
	return explain(tx.Commit())
}

func rollback(tx *sql.Tx) error {
	if err := tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		return err
	}
	return nil
}

func millis(t time.Time) int64 { return t.UnixMilli() }

// recover sends the reviews that a crash left in drafting back to where their
// text allows, and the task that ran back into the queue of drafts.
func (s *Store) recover(ctx context.Context) error {
	if _, err := s.db.ExecContext(ctx, `UPDATE task SET state = 'waiting' WHERE state = 'running'`); err != nil {
		return err
	}
	ids, err := s.idsIn(ctx, review.Drafting)
	if err != nil {
		return err
	}
	for _, id := range ids {
		r, err := s.Review(ctx, id)
		if err != nil {
			return err
		}
		if _, err := s.Abandon(ctx, r, "arrêt brutal", time.Now()); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) idsIn(ctx context.Context, state review.State) ([]int64, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id FROM review WHERE state = ? ORDER BY id`, state)
	if err != nil {
		return nil, err
	}
	return collect(rows, scanID)
}

// collect reads all rows through scan and closes them.
func collect[T any](rows *sql.Rows, scan func(*sql.Rows) (T, error)) (all []T, err error) {
	defer func() { err = errors.Join(err, rows.Close()) }()
	all = []T{}
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
