package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"ecritoire/internal/review"
)

// Views lists the named filters by name.
func (s *Store) Views(ctx context.Context) ([]review.View, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT filter FROM named_view ORDER BY name`)
	if err != nil {
		return nil, explain(err)
	}
	all, err := collect(rows, func(r *sql.Rows) (v review.View, err error) {
		var text string
		err = r.Scan(&text)
		return v, errors.Join(err, json.Unmarshal([]byte(text), &v))
	})
	return all, explain(err)
}

// SaveView keeps a filter under its name, in the place of one of that name.
func (s *Store) SaveView(ctx context.Context, v review.View) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO named_view (name, filter) VALUES (?, ?)`, v.Name, string(text))
		return err
	})
}

// RemoveView forgets a named filter; none of that name is no error.
func (s *Store) RemoveView(ctx context.Context, name string) error {
	return s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM named_view WHERE name = ?`, name)
		return err
	})
}
