package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sort"
	"time"
)

//go:embed schema/*.sql
var schema embed.FS

// migrations lists the schema files in their order; the n-th brings the
// schema to version n. Files are only ever appended.
func migrations() []string {
	names, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	sort.Strings(names)
	return names
}

func latest() int { return len(migrations()) }

func version(ctx context.Context, db *sql.DB) (v int, err error) {
	return v, db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&v)
}

// migrate brings the schema to the latest version, each step in a
// transaction of its own, after a backup of what was there.
func migrate(ctx context.Context, db *sql.DB, backups string) error {
	return migrateTo(ctx, db, backups, latest())
}

func migrateTo(ctx context.Context, db *sql.DB, backups string, target int) error {
	have, err := version(ctx, db)
	if err != nil {
		return err
	}
	if have > target {
		return ErrNewerSchema
	}
	if have > 0 && have < target {
		if err := backup(ctx, db, backups, have); err != nil {
			return err
		}
	}
	for v := have; v < target; v++ {
		if err := step(ctx, db, v); err != nil {
			return err
		}
	}
	return nil
}

func backup(ctx context.Context, db *sql.DB, dir string, have int) error {
	name := fmt.Sprintf("schema-%04d-%s.db", have, time.Now().UTC().Format("20060102T150405.000000000"))
	_, err := db.ExecContext(ctx, `VACUUM INTO ?`, filepath.Join(dir, name))
	return err
}

func step(ctx context.Context, db *sql.DB, v int) error {
	script, err := schema.ReadFile(migrations()[v])
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := apply(ctx, tx, v, string(script)); err != nil {
		return errors.Join(err, rollback(tx))
	}
	return tx.Commit()
}

func apply(ctx context.Context, tx *sql.Tx, v int, script string) error {
	if _, err := tx.ExecContext(ctx, script); err != nil {
		return err
	}
	if fill := fills[migrations()[v]]; fill != nil {
		if err := fill(ctx, tx); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf(`PRAGMA user_version = %d`, v+1))
	return err
}
