package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"

	"ecritoire/internal/review"
)

// KeepPart stores a stable text of prompts once, and gives the hash that
// recipes name it by.
func (s *Store) KeepPart(ctx context.Context, text string) (hash string, err error) {
	sum := sha256.Sum256([]byte(text))
	hash = hex.EncodeToString(sum[:])
	var there bool
	if err := s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM prompt_part WHERE hash = ?)`, hash).Scan(&there); err != nil || there {
		return hash, explain(err)
	}
	return hash, s.within(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO prompt_part (hash, text) VALUES (?, ?)`, hash, text)
		return err
	})
}

// Part reads a text that KeepPart stored; review.ErrNotFound without it.
func (s *Store) Part(ctx context.Context, hash string) (text string, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT text FROM prompt_part WHERE hash = ?`, hash).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return "", review.ErrNotFound.Naming(hash)
	}
	return text, explain(err)
}
